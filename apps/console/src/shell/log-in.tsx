/** The log-in page (IDN-1): the answer sets an http-only cookie, the token in it is not kept by the page. */
import { api, ErrorNote, useSubmit, useTexts, type Me } from '@bihuan/console-kit';
import type { Login } from '@bihuan/identity-contract';
import { Button, Form, Input } from 'antd';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { shellTexts } from './texts';

export function LogIn({ onEnter }: { readonly onEnter: (me: Me) => void }) {
  const t = useTexts(shellTexts);
  const { send, busy, error } = useSubmit<Login, Me>((body) => api.post<Me>('/api/auth/login', body));
  const enter = async (body: Login): Promise<void> => {
    const me = await send(body);
    if (me) onEnter({ user: me.user, permissions: me.permissions });
  };
  return (
    <main className="bh-login">
      <div className="bh-login-box">
        <div className="bh-login-name">
          <Mark size={40} />
          <h1>{t('product')}</h1>
        </div>
        <p className="bh-muted">{t('claim')}</p>
        <Form<Login> layout="vertical" requiredMark={false} onFinish={(body) => void enter(body)}>
          <Form.Item name="username" label={t('username')} rules={[{ required: true }]}>
            <Input autoFocus autoComplete="username" spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label={t('password')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" visibilityToggle={false} />
          </Form.Item>
          {error ? <ErrorNote error={error} /> : null}
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('signIn')}
          </Button>
        </Form>
      </div>
      <LanguageSwitch />
    </main>
  );
}
