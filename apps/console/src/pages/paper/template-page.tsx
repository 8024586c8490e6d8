/** One form: its versions with who and when, preview, activate, roll back, upload (FRM-4). */
import {
  api,
  EmptyNote,
  ErrorNote,
  formatInstant,
  ListTable,
  Loaded,
  Page,
  PdfPreview,
  Section,
  useLanguage,
  useSubmit,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import type { FormTemplatesView, TemplateVersionView, UnitTemplateView } from '@bihuan/forms-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Segmented, Space } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { paperTexts } from './paper-texts';
import { saveFile } from './save-file';
import { TemplateUpload } from './template-upload';

interface Shown {
  readonly name: string;
  readonly path: string;
}

export function TemplatePage() {
  const { formCode = '' } = useParams();
  const t = useTexts(paperTexts);
  const title = useTitle();
  const path = `/api/forms/templates/${formCode}`;
  const query = useQuery({ queryKey: ['templates', formCode], queryFn: () => api.get<FormTemplatesView>(path) });
  const client = useQueryClient();
  const [shown, setShown] = useState<Shown>();
  const [blank, setBlank] = useState(false);
  const [isUploading, setUploading] = useState(false);
  const kept = (view: FormTemplatesView): void => {
    client.setQueryData(['templates', formCode], view);
    void client.invalidateQueries({ queryKey: ['templates'], exact: true });
  };
  return (
    <Page
      title={query.data ? title(query.data.title) : t('templates')}
      actions={
        <Space>
          <Link to="/house/templates">{t('back')}</Link>
          <Button type="primary" size="small" disabled={!query.data} onClick={() => setUploading(true)}>
            {t('upload')}
          </Button>
        </Space>
      }
    >
      <Loaded query={query}>
        {(view) => (
          <>
            <Section
              title={t('shipped')}
              extra={
                <Space>
                  <Button size="small" onClick={() => setShown({ name: t('shipped'), path: view.shipped.preview })}>
                    {t('preview')}
                  </Button>
                  <Button size="small" onClick={() => saveFile(`${formCode}.hbs`, view.shipped.source)}>
                    {t('download')}
                  </Button>
                </Space>
              }
            >
              <details className="bh-small">
                <summary>{`${t('fields')} · ${t('helpers')}`}</summary>
                <p className="bh-muted">{view.fields.join('  ')}</p>
                <p className="bh-muted">{view.helpers.join('  ')}</p>
              </details>
            </Section>
            {view.templates.length === 0 ? (
              <EmptyNote title={t('noVersions')}>{t('noVersionsHelp')}</EmptyNote>
            ) : (
              view.templates.map((template) => (
                <Versions
                  key={template.id}
                  path={path}
                  template={template}
                  onShow={(version) =>
                    setShown({
                      name: t('versionOf', { unit: template.unitName, number: version.number }),
                      path: version.preview,
                    })
                  }
                  onKept={kept}
                />
              ))
            )}
            {isUploading ? (
              <TemplateUpload
                view={view}
                onClose={() => setUploading(false)}
                onDone={(uploaded) => {
                  setUploading(false);
                  kept(uploaded);
                }}
              />
            ) : null}
          </>
        )}
      </Loaded>
      {shown ? (
        <Section
          title={t('previewOf', { name: shown.name })}
          extra={
            <Segmented
              size="small"
              value={blank ? 'blank' : 'filled'}
              options={(['filled', 'blank'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(value) => setBlank(value === 'blank')}
            />
          }
        >
          <PdfPreview path={shown.path} query={blank ? { blank: true } : {}} title={shown.name} />
        </Section>
      ) : null}
    </Page>
  );
}

function Versions(props: {
  readonly path: string;
  readonly template: UnitTemplateView;
  readonly onShow: (version: TemplateVersionView) => void;
  readonly onKept: (view: FormTemplatesView) => void;
}) {
  const { path, template, onShow, onKept } = props;
  const t = useTexts(paperTexts);
  const language = useLanguage();
  const act = useSubmit<{ readonly address: string; readonly body: object }, FormTemplatesView>(
    ({ address, body }, options) => api.post(`${path}/${address}`, body, options),
  );
  const run = async (address: string, body: object = {}): Promise<void> => {
    const view = await act.send({ address, body }, template.version);
    if (view) onKept(view);
  };
  const { unitId, unitName, versions, activeNumber } = template;
  const byWhom = (at: string | null, name: string | undefined): string =>
    at === null ? t('neverUsed') : `${formatInstant(at, language)} ${name ?? ''}`;
  return (
    <Section
      title={`${unitName} · ${activeNumber === null ? t('shipped') : t('versionOf', { unit: '', number: activeNumber }).trim()}`}
      extra={
        activeNumber === null ? null : (
          <Button size="small" disabled={act.busy} onClick={() => void run('roll-back', { to: 'shipped', unitId })}>
            {t('rollBackShipped')}
          </Button>
        )
      }
    >
      {act.error ? <ErrorNote error={act.error} /> : null}
      <ListTable
        label={unitName}
        rows={versions}
        rowKey={({ id }) => id}
        empty={<EmptyNote title={t('noVersions')} />}
        columns={[
          { title: t('number'), width: 70, dataIndex: 'number' },
          { title: t('note'), render: (_, { note }) => note ?? '—' },
          { title: t('uploaded'), width: 250, render: (_, one) => byWhom(one.uploadedAt, one.uploadedBy.name) },
          { title: t('activated'), width: 250, render: (_, one) => byWhom(one.activatedAt, one.activatedBy?.name) },
          {
            title: t('state'),
            width: 260,
            render: (_, version) => (
              <Space>
                <Button size="small" onClick={() => onShow(version)}>
                  {t('preview')}
                </Button>
                {version.active ? (
                  <span>{t('active')}</span>
                ) : version.activatedAt === null ? (
                  <Popconfirm
                    title={t('activateAsk')}
                    okText={t('activate')}
                    onConfirm={() => run(`versions/${version.id}/activate`)}
                  >
                    <Button size="small" disabled={act.busy}>
                      {t('activate')}
                    </Button>
                  </Popconfirm>
                ) : (
                  <Button size="small" disabled={act.busy} onClick={() => void run('roll-back', { to: version.id })}>
                    {t('rollBack')}
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
    </Section>
  );
}
