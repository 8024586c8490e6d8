/** The sheet of franchise, 客服部绩效考核表, in the words of the seed (001 ch.6 §二; APR-1). */
import { band, item, part } from '../shared/appraisal';

const attitude = part(
  'attitude',
  'main',
  ['工作态度', 'Attitude'],
  [
    item('initiative', 'head', {
      title: ['主动性', 'Initiative'],
      weight: 15,
      standard: [
        '对工作积极主动，主动思考问题，提出改进意见。',
        'Takes the initiative, thinks about problems, proposes improvements.',
      ],
      bands: [
        band(8, 15, '8-15分', [
          '对任何工作都有积极主动的工作热情，能主动的以主人翁的态度去思考和执行工作，主动承担份内与份外的工作，并能积极主动发现工作中的不足提出建设性建议，努力推动各项制度规范的完善。',
          'Works with zeal and as if the firm were his own, takes on more than his share, finds weak spots, makes constructive proposals and drives rules forward.',
        ]),
        band(0, 7, '7分以下', [
          '本职份内工作需在部门主管的监督下才能完成各项工作，缺乏热情，工作被动，很少提出工作意见或建议。',
          'Finishes his own work only under supervision, without zeal, passively, and rarely proposes anything.',
        ]),
      ],
    }),
    item('responsibility', 'head', {
      title: ['责任心', 'Responsibility'],
      weight: 10,
      standard: [
        '完成本职工作的持续性和责任性；当工作出现差错或失误时，勇于承担责任，努力改正，不逃避、不推卸责任。',
        'Steady and responsible in his own work; owns up to mistakes and puts them right, without evading or passing on.',
      ],
      bands: [
        band(5, 10, '5-10分', [
          '对本职及相关工作高度负责，面对困难能主动寻求各种办法快速解决，总是令部门领导放心的按时按质完成任务，工作中对个人失误不隐瞒、不逃避、不推诿，及时反馈交流，主动提醒其他同事并努力寻求完善方式，推动部门流程完善。',
          'Answers fully for his work, finds quick ways round difficulties, always finishes well and in time; hides no mistake, tells others of it and improves the procedure.',
        ]),
        band(0, 4, '4分以下', [
          '按部就班完成本职工作，各类突发事件需要部门主管协调和监督，个人失误一般不主动寻找自身原因。',
          'Does his work by routine; the unexpected needs the supervisor; rarely looks for the cause of a mistake in himself.',
        ]),
      ],
    }),
    item('service-awareness', 'head', {
      title: ['服务意识', 'Service awareness'],
      weight: 10,
      standard: [
        '能以良好的态度为加盟商及公司同事主动解决问题。',
        'Solves problems of franchisees and colleagues of his own accord and with a good attitude.',
      ],
      bands: [
        band(5, 10, '5-10分', [
          '服务意识能贯彻于各项工作，热情积极，换位思考，能站在加盟商的角度上分析和协调，对于份内份外的事项从不冷漠拒绝，而是主动寻求解决办法，提出合理化建议，通过周到而细致的服务提升加盟商对公司的满意度和粘合度。',
          'Service is in all he does; he sees with the franchisee’s eyes, never refuses coldly, looks for solutions and binds franchisees by careful service.',
        ]),
        band(0, 4, '4分以下', [
          '事不关己，高高挂起，服务意识较弱，习惯以自我出发考虑问题，有时甚至与加盟商发生争执。',
          'Keeps out of what does not concern him, thinks of himself first, at times quarrels with franchisees.',
        ]),
      ],
    }),
  ],
);

const skill = part(
  'skill',
  'main',
  ['专业技能', 'Skill'],
  [
    item('knowledge', 'records', {
      title: ['专业度', 'Knowledge'],
      weight: 5,
      standard: [
        '对于本职工作，在专业技能方面，不断进取，精益求精。',
        'Strives for ever better knowledge and skill in his work.',
      ],
      bands: [
        band(0, 5, '0-5分', [
          '产品知识、公司政策、部门工作流程等知识面抽检，根据得分对应考评（比如抽检正确率80%，本项考核得分为5*0.8=4分）。',
          'Spot checks on products, policies and procedures; the share that is right counts (80 % right: 5 × 0.8 = 4).',
        ]),
      ],
      formula: { kind: 'checks', code: 'spot-check' },
    }),
    item('knowledge-use', 'records', {
      title: ['专业知识的运用', 'Use of knowledge'],
      weight: 5,
      standard: [
        '专业知识熟练运用于日常工作中，达成加盟商满意度。',
        'Uses his knowledge with ease in daily work, to the franchisees’ satisfaction.',
      ],
      bands: [
        band(0, 5, '0-5分', [
          '日常工作中专业知识或工作流程不熟练导致工作执行不到位而产生的投诉或失误（一次扣一分，上限5分，超过5分本项考核为0分）。',
          'Complaints or mistakes because knowledge or procedure is lacking: one point off each, at most 5, beyond it 0.',
        ]),
      ],
      formula: { kind: 'cases', codes: ['mistake', 'complaint'], each: 1 },
    }),
  ],
);

const ability = part(
  'ability',
  'main',
  ['工作能力', 'Ability'],
  [
    item('communication', 'head', {
      title: ['沟通能力及结果导向', 'Communication and results'],
      weight: 15,
      standard: [
        '能理解他人，将自己的意图准确传递给他人，并产生他人完全执行的效果。',
        'Understands others, says exactly what he means and has it carried out.',
      ],
      bands: [
        band(8, 15, '8-15分', [
          '能灵活掌握沟通技巧，将自己的意图准确传达到位，碰到突发或异常事件能快速反应，找到最佳妥善方案灵活处理，最大限度提高加盟商满意度；同时具有结果导向思维，寻求最佳解决方案高效完成个人及团队目标。',
          'Communicates with skill, reacts fast to the unexpected with the best solution, raises satisfaction as far as it can be, thinks of the result and reaches his and the team’s goals.',
        ]),
        band(0, 7, '7分以下', [
          '沟通能力较弱，有时候双方理解未能达成一致导致行为出现偏差，经常忽略目标及结果的跟踪。',
          'Communicates weakly, misunderstandings lead to deviations, goals and results are often not followed up.',
        ]),
      ],
    }),
    item('learning', 'head', {
      title: ['学习能力', 'Learning'],
      weight: 10,
      standard: ['掌握新知识并向他人传播的能力。', 'Acquires new knowledge and passes it on.'],
      bands: [
        band(5, 10, '5-10分', [
          '能把握一切机会积极提升自己的专业能力和拓展与工作或部门相关内容的知识面，灵活及熟练运用于个人和部门工作中，并积极向部门或其他同事传播和指导；面对问题善于思考和总结，在现有知识体系的基础上，能整理自己新的思维或方式，促进个人和部门工作流程的完善。',
          'Takes every chance to learn, uses it in his and the department’s work, teaches colleagues; thinks problems through and improves procedures by new ways of his own.',
        ]),
        band(0, 4, '4分以下', [
          '学习能力差，除非部门主管安排和要求，很少主动学习和分享。',
          'Learns and shares little unless told to.',
        ]),
      ],
    }),
    item('team-spirit', 'head', {
      title: ['团队精神', 'Team spirit'],
      weight: 10,
      standard: [
        '尊重团队中的每一个成员，积极维护团队利益。',
        'Respects every member of the team and guards its interests.',
      ],
      bands: [
        band(5, 10, '5-10分', [
          '团队协作精神和意识强，工作和生活上都乐于帮助其他同事，主动帮助协调解决问题，积极给予和接纳对自己的意见或建议，勇于承担责任。',
          'Strong team spirit, glad to help in work and life, gives and takes advice, takes responsibility.',
        ]),
        band(0, 4, '4分以下', [
          '较为冷漠，没有团队和协作意识，不愿意受理“与自己无关”的事情，对其他同事的需求帮忙简单回复，平时沉默寡言，按照个人设想工作。',
          'Cold, no sense of team, will not touch what is “not his”, answers colleagues curtly, works by his own ideas.',
        ]),
      ],
    }),
  ],
);

const satisfaction = part(
  'satisfaction',
  'satisfaction',
  ['加盟商满意度', 'Franchisee satisfaction'],
  [
    item('franchisee-satisfaction', 'customer', {
      title: ['加盟商满意度', 'Franchisee satisfaction'],
      weight: 10,
      standard: [
        '对加盟商的投诉建议妥善处理，并得到加盟商高度认可，甚至受到加盟商自发制作的具有表扬或认可方面的实物反馈，如锦旗、表扬信等。',
        'Complaints and proposals are handled well and praised by franchisees, even with pennants or letters of their own.',
      ],
      bands: [
        band(0, 10, '0-10分', [
          '抽检评分（比如抽检好评率80%，本项考核得分为10*0.8=8分；好评率低于60%本项不得分）。',
          'Sample calls: the share of good answers counts (80 %: 10 × 0.8 = 8; under 60 % nothing).',
        ]),
      ],
      formula: { kind: 'sample-calls', leastPercent: 60, minimum: 3 },
    }),
  ],
);

const hr = part(
  'hr',
  'hr',
  ['人力行政部考核', 'HR'],
  [
    item('rules', 'hr', {
      title: ['遵守公司规章制度', 'Keeps the rules of the company'],
      weight: 10,
      standard: [
        '能严格遵守公司各项规章制度，无违纪，得满分。',
        'Keeps all rules of the company; without a breach full points.',
      ],
      bands: [
        band(0, 10, '0-10分', [
          '每违反一项公司的规章制度，视情节严重程度单项扣分1-10分，扣完10分为止。',
          'Each breach takes 1–10 points by its gravity, until the 10 are used up.',
        ]),
      ],
      formula: { kind: 'breaches' },
    }),
  ],
);

export const appraisalTemplate = {
  code: 'customer-service',
  title: { zh: '客服部绩效考核表', en: 'Appraisal of customer service' },
  parts: [attitude, skill, ability, satisfaction, hr],
};
