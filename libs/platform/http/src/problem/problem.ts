/** The one form of every refusal: RFC 9457 with a stable code and JSON pointers (api.md Conventions). */
import type { FieldError } from '@bihuan/plugin-kit';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Stable; programs decide by it. */
  readonly code: string;
  readonly errors?: readonly FieldError[];
  /** With 409: present state, and what it allows. */
  readonly state?: string;
  readonly allowedActions?: readonly string[];
  /** Under which a 5xx stands in the log. */
  readonly requestId?: string;
}

const TITLES: Readonly<Record<number, { readonly zh: string; readonly en: string }>> = {
  400: { zh: '请求无法解析', en: 'The request cannot be read' },
  401: { zh: '未登录', en: 'Not logged in' },
  403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  405: { zh: '不支持的方法', en: 'Method not allowed' },
  409: { zh: '当前状态不允许', en: 'The state does not allow it' },
  412: { zh: '版本已过期', en: 'Stale version' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '不支持的内容类型', en: 'Content type not supported' },
  422: { zh: '内容有误', en: 'Input refused' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '系统出错', en: 'Internal error' },
  503: { zh: '服务暂时不可用', en: 'Unavailable for the moment' },
};

/** @param more what else the kind of problem carries */
export function problem(
  status: number,
  code: string,
  detail: string,
  language: 'zh' | 'en',
  more: Pick<Problem, 'errors' | 'state' | 'allowedActions' | 'requestId'> = {},
): Problem {
  const title = TITLES[status]?.[language] ?? (language === 'zh' ? '请求被拒绝' : 'Refused');
  return { type: `urn:bihuan:problem:${code}`, title, status, detail, code, ...more };
}
