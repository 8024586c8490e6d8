/** A signature with pen or finger on the screen, or a photo of the signed paper, kept among the attachments (CMP-1b, DSP-8). */
import { Button, Form } from 'antd';
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { ApiError } from '../api/api-error';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { ErrorNote } from '../states/states';
import { attach } from './attachment-field';
import { given, rules, type FieldProps } from './field';
import { useSubjectKey } from './subject-context';

/** Pixels of the picture: fine enough for paper. */
const WIDTH = 640;
const HEIGHT = 240;

/** Drawn and not confirmed yet: the form does not go without it. */
const DRAWN = 'drawn';

function SignaturePad(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
}) {
  const { id, value, onChange } = props;
  const t = useTexts(kitTexts);
  const subject = useSubjectKey();
  const canvas = useRef<HTMLCanvasElement>(null);
  const photo = useRef<HTMLInputElement>(null);
  const drawing = useRef(false);
  const kept = value !== undefined && value !== DRAWN;
  const [inked, setInked] = useState(false);
  const [error, setError] = useState<ApiError>();
  const lost = value === DRAWN && !inked;
  useEffect(() => {
    // A draft keeps no strokes: what was drawn and not confirmed is to be drawn again.
    if (lost) onChange?.(undefined);
  }, [lost, onChange]);

  const at = (event: PointerEvent<HTMLCanvasElement>): readonly [x: number, y: number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT];
  };
  const pen = (): CanvasRenderingContext2D | undefined => {
    const context = canvas.current?.getContext('2d') ?? undefined;
    if (context) Object.assign(context, { lineWidth: 4, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1d2a30' });
    return context;
  };
  const down = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    const context = pen();
    context?.beginPath();
    context?.moveTo(...at(event));
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!drawing.current) return;
    const context = pen();
    context?.lineTo(...at(event));
    context?.stroke();
    setInked(true);
    if (!inked) onChange?.(DRAWN);
  };
  const wipe = (): void => {
    pen()?.clearRect(0, 0, WIDTH, HEIGHT);
    setInked(false);
    onChange?.(undefined);
  };
  const send = async (picture: Blob, name: string): Promise<void> => {
    try {
      const made = await attach(picture, name, subject);
      setError(undefined);
      onChange?.(made);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      setError(problem);
    }
  };
  const keep = (): void => {
    canvas.current?.toBlob((picture) => void (picture ? send(picture, 'signature.png') : undefined), 'image/png');
  };
  return (
    <div className="bh-sign" {...given({ id })}>
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        aria-label={t('signHere')}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={() => (drawing.current = false)}
      />
      <div className="bh-row bh-row-base">
        <span className="bh-muted bh-grow">{kept ? t('signed') : t('signHere')}</span>
        <input
          ref={photo}
          type="file"
          accept="image/*"
          className="bh-file-input"
          aria-label={t('signedPaper')}
          onChange={({ target }) => void (target.files?.[0] ? send(target.files[0], target.files[0].name) : undefined)}
        />
        <Button size="small" type="text" onClick={() => photo.current?.click()}>
          {t('signedPaper')}
        </Button>
        <Button size="small" disabled={!inked && !kept} onClick={wipe}>
          {t('signAgain')}
        </Button>
        <Button size="small" disabled={!inked || kept} onClick={keep}>
          {t('keepSignature')}
        </Button>
      </div>
      {error ? <ErrorNote error={error} /> : null}
    </div>
  );
}

/** The value is the id of the attachment. */
export function SignatureField({ name, label, required, className, help }: FieldProps) {
  const t = useTexts(kitTexts);
  const confirmed = {
    validator: (_: unknown, value: unknown) =>
      value === DRAWN ? Promise.reject(new Error(t('confirmSignature'))) : Promise.resolve(),
  };
  return (
    <Form.Item name={name} label={label} rules={[...rules(required), confirmed]} {...given({ className, extra: help })}>
      <SignaturePad />
    </Form.Item>
  );
}
