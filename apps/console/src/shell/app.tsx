/** The shell: theme and language, then the session, then the rooms that are deployed. */
import { HotkeyProvider, theme, useLanguage } from '@bihuan/console-kit';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useState } from 'react';
import { ApiError } from '@bihuan/console-kit';
import { Gate } from './gate';

/** Answers are shown from the cache at once and read again when the live connection says that they changed. */
const makeClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (times, error) => error instanceof ApiError && error.mayRetry && times < 3,
        throwOnError: false,
      },
      mutations: { retry: false },
    },
  });

export function App() {
  const [client] = useState(makeClient);
  const language = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>
        <QueryClientProvider client={client}>
          <HotkeyProvider>
            <Gate />
          </HotkeyProvider>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
