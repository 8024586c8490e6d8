import { acceptedOrder, at, ENGINEER, fedBackOrder, onSiteOrder, solvedOrder } from '../test/work-order.builder';
import { demandCustomersName, demandPicture, demandRating, sheetFilled, signed } from './sheet.decide';

const SIGNING = {
  name: '王建国',
  place: '黄花镇政府',
  device: 'phone',
  withCode: true,
  attachmentId: null,
  remark: '很好',
  rating: 5,
};

const wrongState = expect.objectContaining({ kind: 'wrong-state' }) as Error;

describe('service sheet', () => {
  it('DSP-8 takes parts, hours, charge, text; what is not given stays as it was', () => {
    const first = sheetFilled(onSiteOrder(), { parts: [{ name: '跳线', quantity: 2 }], minutes: 45, charge: 12_000 });
    expect(first.sheet).toMatchObject({
      parts: [{ name: '跳线', serial: '', quantity: 2 }],
      minutes: 45,
      charge: 12_000,
      leftOver: [],
    });
    const second = sheetFilled(first, { text: '重做接头', minutes: 60 });
    expect(second.sheet).toMatchObject({ parts: first.sheet.parts, minutes: 60, charge: 12_000, text: '重做接头' });
    expect(sheetFilled(second, { parts: [] }).sheet.parts).toEqual([]);
  });

  it('DSP-8b left-over items stand with the measure agreed; the sheet closes with the feedback', () => {
    const leftOver = [{ text: '分配器老化', measure: '周五更换' }];
    expect(sheetFilled(solvedOrder(), { leftOver }).sheet.leftOver).toEqual(leftOver);
    expect(() => sheetFilled(fedBackOrder(), { leftOver: [] })).toThrow(wrongState);
  });

  it('DSP-8a the signature has time, place, device and whose session; with the code it is not marked', () => {
    const { signature, remark, rating } = signed(solvedOrder(), SIGNING, ENGINEER, at(55));
    expect(signature).toEqual({
      name: '王建国',
      at: at(55).toISOString(),
      place: '黄花镇政府',
      device: 'phone',
      by: ENGINEER,
      withCode: true,
      marked: false,
      attachmentId: null,
    });
    expect([remark, rating]).toEqual(['很好', 5]);
  });

  it('DSP-8a one without the customer’s code is marked, a photographed seal too; a later one with it replaces it', () => {
    const bare = signed(onSiteOrder(), { ...SIGNING, withCode: false, attachmentId: 'seal' }, ENGINEER, at(35));
    expect(bare.signature).toMatchObject({ marked: true, withCode: false, attachmentId: 'seal' });
    expect(signed(bare, { ...SIGNING, remark: undefined }, ENGINEER, at(40))).toMatchObject({
      signature: { marked: false },
      remark: '很好',
    });
    expect(() => signed(acceptedOrder(), SIGNING, ENGINEER, at(5))).toThrow(wrongState);
  });

  it('DSP-8a nobody of the house signs for the customer, however his name is written', () => {
    const refused = expect.objectContaining({
      details: { errors: [expect.objectContaining({ pointer: '/name', code: 'signing-for-the-customer' })] },
    }) as Error;
    for (const name of ['陈志强', ' 陈 志强 ']) expect(() => demandCustomersName(name, ['陈志强'])).toThrow(refused);
    expect(() => demandCustomersName('王建国', ['陈志强'])).not.toThrow();
  });

  it('DSP-8 a signature is a picture: a recording or a text is refused at its field', () => {
    for (const type of ['audio/mpeg', 'text/plain', 'application/pdf']) {
      expect(() => demandPicture(type)).toThrow(
        expect.objectContaining({
          details: { errors: [expect.objectContaining({ pointer: '/attachmentId', code: 'not-a-picture' })] },
        }) as Error,
      );
    }
    for (const type of ['image/png', 'image/jpeg', 'image/webp']) expect(() => demandPicture(type)).not.toThrow();
  });

  it('DSP-8 the rating stays on the pack’s scale', () => {
    expect(() => demandRating(6, 5)).toThrow(expect.objectContaining({ code: 'invalid-input' }) as Error);
    expect(() => demandRating(5, 5)).not.toThrow();
    expect(() => demandRating(undefined, 5)).not.toThrow();
  });
});
