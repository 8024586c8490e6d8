/** The first password must be changed before anything else (IDN-1). */
import { api, ErrorNote, useSubmit, useTexts } from '@bihuan/console-kit';
import type { ChangePassword } from '@bihuan/identity-contract';
import { Button, Form, Input } from 'antd';
import { Mark } from './mark';
import { shellTexts } from './texts';

export function FirstPassword({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(shellTexts);
  const { send, busy, error } = useSubmit<ChangePassword, { done: true }>(async (body) => {
    await api.post('/api/auth/password', body);
    return { done: true };
  });
  return (
    <main className="bh-login">
      <div className="bh-login-box">
        <div className="bh-login-name">
          <Mark size={40} />
          <h1>{t('changePassword')}</h1>
        </div>
        <p className="bh-muted">{t('mustChange')}</p>
        <Form<ChangePassword>
          layout="vertical"
          requiredMark={false}
          onFinish={(body) => void send(body).then((done) => done && onDone())}
        >
          <Form.Item name="current" label={t('currentPassword')} rules={[{ required: true }]}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="next" label={t('newPassword')} rules={[{ required: true }]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          {error ? <ErrorNote error={error} /> : null}
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('changePassword')}
          </Button>
        </Form>
      </div>
    </main>
  );
}
