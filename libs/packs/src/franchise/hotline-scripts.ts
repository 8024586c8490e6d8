/** What a specialist says at each step of a call (SCR-1), in our own words after the steps of 001 ch.5. */
import { commonScripts, say } from '../shared/hotline-scripts';

export const hotlineScripts = [
  say('opening', {
    title: ['开头语', 'Opening'],
    text: [
      '您好，这里是{company}客服，请问有什么可以帮您？',
      'Good day, this is the service line of {company}. How can I help you?',
    ],
    hint: [
      '问声、应声、送声都要有；“请”字当头，“您”字不离口，“再见”结尾。',
      'Greet, respond and see off; “please” first, “you” politely throughout, “goodbye” at the end.',
    ],
  }),
  say('no-answer', {
    title: ['对方无声（第一次提示）', 'Nobody speaks (first prompt)'],
    text: ['您好，电话已经接通，请问有什么可以帮您？', 'Good day, you are connected. How can I help you?'],
    hint: ['提示后仍无声，用第二次提示结束。', 'If nobody answers, end with the second prompt.'],
  }),
  say('no-answer-again', {
    title: ['对方无声（第二次提示，结束）', 'Nobody speaks (second prompt, end)'],
    text: [
      '很抱歉，可能是线路的原因，我听不到您的声音。谢谢您的来电，请稍后再拨，再见！',
      'I am sorry, perhaps it is the line: I cannot hear you. Thank you for calling; please try again later. Goodbye!',
    ],
  }),
  say('wrong-number', {
    title: ['骚扰或打错电话', 'Nuisance or wrong number'],
    text: [
      '您好，这里是{company}客服热线。如果没有需要办理的事情，请您挂机。谢谢来电，再见！',
      'Good day, this is the service line of {company}. If there is nothing we can do for you, please end the call. Thank you and goodbye!',
    ],
    hint: ['登记为骚扰或打错，不计入咨询。', 'Close it as a wrong number; it does not count.'],
  }),
  say('complaint-apology', {
    title: ['投诉致歉', 'Apology for a complaint'],
    text: [
      '{customer}，我们的工作给您添了麻烦，非常抱歉。请您把详细情况告诉我，我会完整记录，尽快为您解决。',
      '{customer}, I am very sorry for the trouble our work has given you. Please tell me all about it; I will write it down in full and see to it as soon as I can.',
    ],
    hint: [
      '不争论、不恶言、不动怒；不轻易承诺，不推卸责任，不提高音调；不说“不行、不知道、不可以”；不怀疑对方的诚实。',
      'No argument, no harsh word, no anger; no rash promise, no passing the buck, no raised voice; never “no”, “I do not know”, “not allowed”; never doubt his honesty.',
    ],
  }),
  say('cannot-solve-now', {
    title: ['当时不能解决', 'Cannot be solved now'],
    text: [
      '{customer}，谢谢您反映的情况。我会马上报给负责的部门，最迟{promisedTime}给您明确的答复。',
      '{customer}, thank you for telling us. I will pass it to the department in charge at once, and you will have a clear answer by {promisedTime}.',
    ],
    hint: ['承诺答复时间要录入系统，不随口答应。', 'Enter the promised time; do not promise off-hand.'],
  }),
  say('suggestion', {
    title: ['建议致谢', 'Thanks for a suggestion'],
    text: [
      '{customer}，谢谢您的宝贵意见，我已经详细记录，会尽快向上级反映。',
      'Thank you for this, {customer}. I have written it down in full and will pass it on to my superiors.',
    ],
  }),
  say('praise', {
    title: ['表扬致谢', 'Thanks for praise'],
    text: [
      '{customer}，谢谢您的鼓励，这是我们应该做的，欢迎您随时来电。',
      'Thank you for the kind words, {customer}; it is our duty. Call us whenever you like.',
    ],
  }),
  ...commonScripts,
];
