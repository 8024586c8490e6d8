/** The frame around every page: menu, search, the suite's time, inbox and who is signed in. */
import {
  api,
  chooseLanguage,
  dropAllDrafts,
  formatInstant,
  isClockStanding,
  useConnected,
  useHotkeys,
  useLanguage,
  useMe,
  useNow,
  useTexts,
  useTitle,
  kitTexts,
  type PageDefinition,
} from '@bihuan/console-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { NavLink, useNavigate } from 'react-router';
import { useUnread } from '../pages/notices/unread';
import { KeyHelp } from './key-help';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { SearchBox } from './search-box';
import { shellTexts } from './texts';
import { become } from './who';
import { useLiveRefresh } from './live-refresh';

const GROUPS = ['today', 'matters', 'paper', 'house'] as const;

export function Frame({
  pages,
  children,
}: {
  readonly pages: readonly PageDefinition[];
  readonly children: ReactNode;
}) {
  const [help, setHelp] = useState(false);
  const [menu, setMenu] = useState(false);
  const kit = useTexts(kitTexts);
  useLiveRefresh();
  useHotkeys([
    { keys: '?', title: kit('keys'), run: () => setHelp(true) },
    ...(menu ? [{ keys: 'escape', title: kit('cancel'), run: () => setMenu(false) }] : []),
  ]);
  return (
    <div className="bh-frame">
      <Menu pages={pages} open={menu} onGo={() => setMenu(false)} />
      {menu ? (
        <button type="button" className="bh-menu-shade" aria-label={kit('cancel')} onClick={() => setMenu(false)} />
      ) : null}
      <div className="bh-main">
        <TopBar onHelp={() => setHelp(true)} onMenu={() => setMenu(!menu)} />
        {children}
      </div>
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

/** On a phone it is folded away until it is asked for. */
function Menu(props: { readonly pages: readonly PageDefinition[]; readonly open: boolean; readonly onGo: () => void }) {
  const { pages, open, onGo } = props;
  const t = useTexts(shellTexts);
  const title = useTitle();
  return (
    <nav className={open ? 'bh-menu bh-menu-open' : 'bh-menu'} aria-label={t('product')}>
      <div className="bh-brand">
        <Mark size={24} />
        <span>{t('product')}</span>
      </div>
      {GROUPS.map((group) => {
        const entries = pages
          .flatMap(({ path, menu }) => (menu?.group === group ? [{ path, ...menu }] : []))
          .sort((a, b) => a.order - b.order);
        if (entries.length === 0) return null;
        return (
          <section key={group}>
            <h2>{t(`group.${group}`)}</h2>
            {entries.map((entry) => (
              <NavLink key={entry.path} to={`/${entry.path}`} onClick={onGo}>
                {title(entry.title)}
              </NavLink>
            ))}
          </section>
        );
      })}
    </nav>
  );
}

function TopBar({ onHelp, onMenu }: { readonly onHelp: () => void; readonly onMenu: () => void }) {
  const t = useTexts(shellTexts);
  const kit = useTexts(kitTexts);
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const unread = useUnread();
  const connected = useConnected();
  const language = useLanguage();
  const switchLanguage = (): Promise<void> => chooseLanguage(language === 'zh' ? 'en' : 'zh');
  const signOut = async (): Promise<void> => {
    await api.post('/api/auth/logout');
    dropAllDrafts();
    become(client, null);
  };
  return (
    <header className="bh-top">
      <Button className="bh-menu-button" size="small" onClick={onMenu}>
        {t('menu')}
      </Button>
      <SearchBox />
      <div className="bh-spacer" />
      <Time />
      <span className={connected ? 'bh-live bh-live-on' : 'bh-live'} title={connected ? kit('live') : kit('offline')}>
        {connected ? kit('live') : kit('offline')}
      </span>
      <Button type="text" size="small" onClick={() => void navigate('/notices')}>
        {t('notices')} <Badge count={unread} size="small" color="#14566b" />
      </Button>
      <Button className="bh-wide-only" type="text" size="small" aria-label={kit('keys')} onClick={onHelp}>
        ?
      </Button>
      <LanguageSwitch />
      <Dropdown
        menu={{
          items: [
            // On a phone the bar has no room for the switch; here it is found at every width.
            { key: 'language', label: language === 'zh' ? 'English' : '中文', onClick: () => void switchLanguage() },
            { key: 'out', label: t('signOut'), onClick: () => void signOut() },
          ],
        }}
        trigger={['click']}
      >
        <Button type="text" size="small" className="bh-who">
          {me.name}
          {me.officerNumber ? <span className="bh-muted"> {me.officerNumber}</span> : null}
        </Button>
      </Dropdown>
    </header>
  );
}

function Time() {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const now = useNow(10);
  return (
    <time className="bh-time" dateTime={now.toISOString()}>
      {isClockStanding() ? <span className="bh-manual">{t('manualClock')}</span> : null}
      {formatInstant(now, language)}
    </time>
  );
}
