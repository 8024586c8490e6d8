/** What a telecom officer says at each step of a call (SCR-1), in our own words after 002 part 1 §2.4.3, 2.4.5, 2.4.8. */
import { commonScripts, say } from '../shared/hotline-scripts';

export const hotlineScripts = [
  say('opening', {
    title: ['受理开头', 'Intake'],
    text: [
      '您好，这里是{company}客服热线，请问有什么可以帮您？',
      'Good day, this is the service hotline of {company}. How can I help you?',
    ],
    hint: [
      '使用礼貌用语，认真倾听，保持冷静；给客户足够的重视。',
      'Polite words, careful listening, calm; the customer must feel taken seriously.',
    ],
  }),
  say('no-answer', {
    title: ['对方无声', 'Nobody speaks'],
    text: [
      '您好，请问能听到我说话吗？……抱歉，现在听不到您的声音，请您稍后再拨。',
      'Good day, can you hear me? … I am sorry, I cannot hear you. Please call again.',
    ],
  }),
  say('wrong-number', {
    title: ['打错电话', 'Wrong number'],
    text: [
      '您好，这里是{company}客服热线，请您再核对一下号码。再见！',
      'This is the service hotline of {company}; please check the number. Goodbye!',
    ],
    hint: ['登记为骚扰或打错，不计入咨询。', 'Close it as a wrong number; it does not count.'],
  }),
  say('complaint-apology', {
    title: ['投诉受理', 'Taking a complaint'],
    text: [
      '{customer}，您反映的情况我已经记下。如果确实是我们的责任，我先向您道歉，这件事由我负责跟进。',
      '{customer}, I have written down what you told me. Where we are at fault I apologise first; I will follow this up myself.',
    ],
    hint: [
      '不与客户争论，不推卸责任；现场能答复的也要填写工单备案。',
      'No dispute and no shifting of blame; what is answered on the spot gets an order too.',
    ],
  }),
  say('cannot-solve-now', {
    title: ['承诺答复时限', 'Promise of an answer time'],
    text: [
      '{customer}，这件事需要相关部门查证，最迟{promisedTime}给您答复，您看可以吗？',
      '{customer}, this must be looked into by the department in charge. You will have an answer by {promisedTime}; is that all right?',
    ],
  }),
  say('agreed-explanation', {
    title: ['解释口径', 'Agreed explanation'],
    text: [
      '{customer}，目前还不能马上解决，原因和接下来的措施我向您说明一下，希望得到您的谅解。',
      '{customer}, it cannot be solved at once. Let me explain why and what will be done next, and ask for your understanding.',
    ],
    hint: ['按工单上的解释口径说明，不自行发挥。', 'Keep to the explanation agreed in the order.'],
  }),
  say('position-stated', {
    title: ['表明立场', 'Position stated'],
    text: [
      '{customer}，您的想法我们理解。依据有关规定，我们的处理意见是这样的，我向您坦诚说明。',
      '{customer}, we understand your view. By the rules in force our position is this, and I state it frankly.',
    ],
    hint: [
      '客户不认可时，如实记录，工单标注可能申诉。',
      'If he does not accept, write it down; the order is marked as a likely appeal.',
    ],
  }),
  say('progress-reply', {
    title: ['回复处理进度', 'Progress reply'],
    text: [
      '{customer}，您好，这里是{company}客服。您的投诉还在处理，预计{promisedTime}前有结果，先向您说明进度。',
      'Good day {customer}, this is {company}. Your complaint is still being worked on; we expect a result by {promisedTime} and want you to know how it stands.',
    ],
  }),
  say('praise', {
    title: ['表扬致谢', 'Thanks for praise'],
    text: ['{customer}，谢谢您的肯定，我会转告同事。', 'Thank you, {customer}. I will tell my colleague.'],
  }),
  say('suggestion', {
    title: ['建议致谢', 'Thanks for a suggestion'],
    text: [
      '{customer}，谢谢您的建议，我会转交相关部门研究。',
      'Thank you for the suggestion, {customer}. I will pass it on.',
    ],
  }),
  ...commonScripts,
];
