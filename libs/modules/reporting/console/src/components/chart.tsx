/** A chart and the very numbers it shows: the picture for the eye, the table for keyboard, screen reader and whoever asks. */
import { useTexts } from '@bihuan/console-kit';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { reportingTexts } from '../locales/texts';
import type { ChartOption } from './chart-options';
import type { Drawn } from './draw';

export interface ChartProps {
  readonly title: string;
  readonly option: ChartOption;
  /** Pixels. */
  readonly height: number;
  /** Table of the same numbers. */
  readonly children: ReactNode;
}

export function Chart({ title, option, height, children }: ChartProps) {
  const t = useTexts(reportingTexts);
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let drawn: Drawn | undefined;
    let gone = false;
    const show = async (): Promise<void> => {
      const { draw } = await import('./draw');
      if (!gone && box.current) drawn = draw(box.current, option);
    };
    show().catch(() => setFailed(true));
    const sized = new ResizeObserver(() => drawn?.resize());
    if (box.current) sized.observe(box.current);
    return () => {
      gone = true;
      sized.disconnect();
      drawn?.remove();
    };
  }, [option]);
  return (
    <figure className="bh-chart" aria-label={title}>
      {failed ? (
        <p className="bh-muted">{t('chartFailed')}</p>
      ) : (
        <div ref={box} role="img" aria-label={t('chartOf', { title })} style={{ height }} />
      )}
      <details open={failed}>
        <summary>{t('numbers')}</summary>
        {children}
      </details>
    </figure>
  );
}
