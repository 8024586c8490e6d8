/** The conclusion with the ground its definition asks for; without cause, attribution and unit it is refused (APL-6). */
import {
  ChoiceField,
  CodeField,
  PersonField,
  TextField,
  UnitField,
  useChoices,
  useTexts,
  useTitle,
  type Values,
} from '@bihuan/console-kit';
import type { AppealsSection, AppealView } from '@bihuan/appeals-contract';
import { Form } from 'antd';
import { useSection } from '../api/appeals';
import { appealsTexts } from '../locales/texts';

/** Chosen where the ground stands in one's own words. */
const OWN = 'own-words';

/** Own words take the place of the code; tags of all groups are one list. */
export function concludeBody({ ground, ownGround, ...values }: Values): Values {
  const tags = Object.entries(values)
    .filter(([name]) => name.startsWith('tags.'))
    .flatMap(([, value]) => (Array.isArray(value) ? value : value ? [value] : []));
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('tags.')));
  const body: Values = { ...rest, ground: ground === OWN ? ownGround : ground, tags };
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '',
    ),
  );
}

export function ConcludeFields({ appeal }: { readonly appeal: AppealView }) {
  const section = useSection();
  return section ? <Fields appeal={appeal} section={section} /> : null;
}

function Fields({ appeal, section }: { readonly appeal: AppealView; readonly section: AppealsSection }) {
  const t = useTexts(appealsTexts);
  const title = useTitle();
  const choices = useChoices();
  const conclusion = Form.useWatch<string | undefined>('conclusion');
  const ground = Form.useWatch<string | undefined>('ground');
  const chosen = section.conclusions.find(({ code }) => code === conclusion);
  const needsBody = chosen?.grounds.find(({ code }) => code === ground)?.needsBody ?? false;
  const { proposal } = appeal;
  return (
    <>
      {proposal ? (
        <p className="bh-act-note">
          {t('proposal', {
            conclusion: title(section.conclusions.find(({ code }) => code === proposal.conclusion)?.title),
            ground: title(proposal.ground.title),
          })}
        </p>
      ) : null}
      <ChoiceField name="conclusion" label={t('conclusion')} options={choices(section.conclusions)} required />
      {chosen ? (
        <ChoiceField
          key={chosen.code}
          name="ground"
          label={t('ground')}
          options={[...choices(chosen.grounds), ...(chosen.ownWords ? [{ value: OWN, label: t('ownGround') }] : [])]}
          as="list"
          required
        />
      ) : null}
      {ground === OWN ? <TextField name="ownGround" label={t('ownGround')} rows={2} max={2000} required /> : null}
      {needsBody ? <TextField name="body" label={t('body')} rows={1} max={200} required /> : null}
      <div className="bh-row">
        <CodeField
          name="cause"
          label={t('cause')}
          codes={section.causes}
          as="list"
          max={2000}
          className="bh-grow"
          required
        />
        <CodeField
          name="liability"
          label={t('liability')}
          codes={section.liabilities}
          as="list"
          max={200}
          className="bh-grow"
          required
        />
        <ChoiceField
          name="attribution"
          label={t('attribution')}
          options={choices(section.attributions)}
          as="list"
          className="bh-grow"
        />
      </div>
      <div className="bh-row">
        <UnitField name="unitId" label={t('liableUnit')} className="bh-grow" />
        <PersonField name="employeeIds" label={t('persons')} ofUnit="unitId" className="bh-grow" multiple />
      </div>
      {section.tagGroups.map((group) => (
        <ChoiceField
          key={group.code}
          name={`tags.${group.code}`}
          label={`${t('tags')} · ${title(group.title)}`}
          options={choices(group.tags)}
          open={group.tags.length === 0}
          as="list"
          multiple
          required={group.required}
        />
      ))}
    </>
  );
}
