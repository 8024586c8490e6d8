/** Errors of the HTTP edge itself. */
import { defineErrors } from '@bihuan/plugin-kit';

export const httpErrors = defineErrors({
  'not-logged-in': { kind: 'unauthenticated', zh: '请先登录。', en: 'Log in first.' },
  'bad-if-match': {
    kind: 'invalid',
    zh: 'If-Match 应为记录的版本号，例如 "3"。',
    en: 'If-Match is the version of the record, such as "3".',
  },
  'foreign-origin': {
    kind: 'forbidden',
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request comes from another site and is refused.',
  },
  'bad-idempotency-key': {
    kind: 'invalid',
    zh: 'Idempotency-Key 应为 1–255 个可见字符。',
    en: 'Idempotency-Key is 1–255 visible characters.',
  },
  'idempotency-key-reused': {
    kind: 'invalid',
    zh: '该 Idempotency-Key 已用于另一个请求内容，请换用新的键。',
    en: 'This Idempotency-Key was used with another body; use a new key.',
  },
  'idempotency-in-progress': {
    kind: 'wrong-state',
    zh: '相同的请求正在处理，请稍后用同一个键重试。',
    en: 'The same request is still being handled; try again soon with the same key.',
  },
  'idempotency-answer-lost': {
    kind: 'wrong-state',
    zh: '该请求已经执行过一次，但答复已不可用；请查看记录的最新状态。',
    en: 'This request was carried out already but its answer is no longer kept; look at the record.',
  },
  'unknown-subject': {
    kind: 'invalid',
    zh: 'filter[subject] 应为 模块:类型:编号。',
    en: 'filter[subject] is module:kind:id.',
  },
  'already-exists': { kind: 'wrong-state', zh: '已存在相同的记录。', en: 'Such a record exists already.' },
  unavailable: {
    kind: 'unavailable',
    zh: '服务暂时不可用，请稍后重试；已确认的操作不会丢失。',
    en: 'The service is unavailable for the moment, try again soon; nothing confirmed is lost.',
  },
});
