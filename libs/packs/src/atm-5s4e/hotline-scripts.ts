/** What is said at each step of a call (SCR-1), in our own words after the steps of 000 ch.3 §4.5.2, 4.5.4–4.5.6. */
import { script } from '../shared/words';

type Lines = Parameters<typeof script>[2];

const say = (step: string, lines: Lines) => script('hotline', step, lines);

export const hotlineScripts = [
  say('opening', {
    title: ['开头语', 'Opening'],
    text: [
      '您好，这里是{company}800热线。请问是哪一类设备，ATM、自助缴费机、车载机还是安防监控？出现了什么情况？',
      'Good day, this is the 800 hotline of {company}. Which machine is it: ATM, payment machine, vehicle terminal or security equipment? What has happened?',
    ],
    hint: [
      '第二声铃响后接起，不晚于第三声。语气柔和，语句清楚，先听完再判断问题类别。',
      'Answer after the second ring and not later than the third. Speak softly and clearly, hear the caller out before you judge.',
    ],
  }),
  say('no-answer', {
    title: ['对方无声', 'Nobody speaks'],
    text: [
      '您好，这里是{company}800热线，请问能听到我说话吗？……抱歉，现在听不到您的声音，请您稍后再拨，我们随时为您服务。',
      'Good day, this is the 800 hotline of {company}. Can you hear me? … I am sorry, I cannot hear you. Please call again; we are here for you.',
    ],
    hint: ['问两次，仍无回应再礼貌结束通话。', 'Ask twice; if nobody answers, end the call politely.'],
  }),
  say('wrong-number', {
    title: ['打错电话', 'Wrong number'],
    text: [
      '您好，这里是{company}800热线，您可能拨错号码了，麻烦您再核对一下。再见！',
      'Good day, this is the 800 hotline of {company}. You may have dialled another number than you meant; please check it. Goodbye!',
    ],
    hint: ['登记为骚扰或打错，不计入咨询。', 'Close it as a wrong number; it does not count.'],
  }),
  say('hold', {
    title: ['请用户稍等', 'Hold'],
    text: ['请您稍等，我马上帮您查找资料。', 'One moment please, I am looking that up for you.'],
    hint: [
      '回到通话时先说“让您久等了”；时间较长时问用户是否愿意稍后由我们回电。',
      'When you return, thank the caller for waiting; if it takes longer, offer to call back.',
    ],
  }),
  say('transfer', {
    title: ['征得同意后转接', 'Transfer with consent'],
    text: [
      '{customer}，您的问题由专业同事答复会更准确，我现在为您转接，可以吗？',
      '{customer}, a specialist can answer this more exactly. May I put you through now?',
    ],
    hint: [
      '用户同意后才能转接，并向同事说明情况，不让用户重复。',
      'Never without consent; tell your colleague the matter so that the caller need not repeat it.',
    ],
  }),
  say('complaint-apology', {
    title: ['投诉致歉', 'Apology for a complaint'],
    text: [
      '{customer}，给您带来不便，非常抱歉。您的心情我理解，这件事由我负责跟进，最迟{promisedTime}给您答复。',
      '{customer}, I am very sorry for the trouble. I understand how you feel. I will follow this up myself and give you an answer by {promisedTime}.',
    ],
    hint: [
      '先安抚情绪，再处理问题；弄清用户为何不满、希望得到什么。不争辩、不打断、不推托；事实未清之前不先认定责任。',
      'Calm first, then the matter: why is he dissatisfied, what does he want? Do not argue, interrupt or pass the buck, and accept no liability before the facts are clear.',
    ],
  }),
  say('cannot-solve-now', {
    title: ['暂时不能解决', 'Cannot be solved now'],
    text: [
      '{customer}，您反映的{site}的情况我已经记录下来，准备转给负责的部门处理，您看可以吗？最迟{promisedTime}会有同事与您联系。我再和您核对一下姓名、电话和网点。',
      '{customer}, I have written down what happened at {site} and would pass it to the department in charge. Do you agree? A colleague will be in touch by {promisedTime}. May I check your name, phone and site once more?',
    ],
    hint: [
      '告知转往的部门并取得同意；挂机前逐项核对用户资料。',
      'Name the department and get consent; check the data item by item before ending.',
    ],
  }),
  say('test-and-call-back', {
    title: ['请用户测试后回复', 'Customer tests and calls back'],
    text: [
      '{customer}，原因可能有几种，麻烦您按刚才的步骤试一下，并在24小时内把结果告诉我们。如果没有收到您的来电，我们就当作问题已经解决，您随时可以再打来。',
      '{customer}, there may be several causes. Please try the steps we went through and tell us the result within 24 hours. If we do not hear from you we take it as solved; you can call again at any time.',
    ],
  }),
  say('call-back', {
    title: ['回电答复', 'Call back with the answer'],
    text: [
      '您好，请问是{customer}吗？这里是{company}800热线。关于您咨询的{equipment}问题，我们已经有了办法，现在一步一步和您一起操作，好吗？',
      'Good day, is this {customer}? This is the 800 hotline of {company}. We have a solution for your {equipment}; may we go through it step by step now?',
    ],
    hint: ['结束前确认用户是否明白、是否满意。', 'Before ending, ask whether it is understood and satisfactory.'],
  }),
  say('chase', {
    title: ['催办期间告知用户', 'Telling the customer while chasing'],
    text: [
      '{customer}，您好，这里是{company}800热线。您的问题正在处理之中，还没有最后结果，让您久等了，非常抱歉。一有进展我马上通知您。',
      'Good day {customer}, this is the 800 hotline of {company}. Your matter is being worked on and is not finished yet. I apologise for the wait and will tell you as soon as there is news.',
    ],
    hint: ['先向处理人问清进展，再联系用户。', 'Ask the handler for the state first, then call the customer.'],
  }),
  say('praise', {
    title: ['表扬致谢', 'Thanks for praise'],
    text: [
      '{customer}，谢谢您的肯定，我会转告{engineer}和部门，这是对我们最好的鼓励。',
      'Thank you, {customer}. I will pass this on to {engineer} and the department; nothing encourages us more.',
    ],
  }),
  say('suggestion', {
    title: ['建议致谢', 'Thanks for a suggestion'],
    text: [
      '{customer}，谢谢您的建议，我已经完整记录，会转交相关部门研究。',
      'Thank you for the suggestion, {customer}. I have written it down in full and will pass it on.',
    ],
  }),
  say('closing', {
    title: ['结束语', 'Closing'],
    text: [
      '还有其它可以帮您的吗？谢谢您的来电，今后有需要请随时拨打800热线。再见！',
      'Is there anything else I can do for you? Thank you for calling; the 800 hotline is always there for you. Goodbye!',
    ],
    hint: [
      '先小结要点，等用户挂机后再结束通话，并登记“正”字。',
      'Sum up first, let the caller hang up, then enter the stroke.',
    ],
  }),
];
