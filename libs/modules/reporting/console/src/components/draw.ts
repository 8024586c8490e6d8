/** The charts' drawing library, tree-shaken and fetched by the first chart that is shown; SVG, so that paper is sharp. */
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from './chart-options';

echarts.use([BarChart, LineChart, GridComponent, MarkLineComponent, AriaComponent, LabelLayout, SVGRenderer]);

export interface Drawn {
  readonly resize: () => void;
  readonly remove: () => void;
}

/** @param box with a size of its own */
export function draw(box: HTMLElement, option: ChartOption): Drawn {
  const chart = echarts.init(box, null, { renderer: 'svg' });
  chart.setOption(option);
  return { resize: () => chart.resize(), remove: () => chart.dispose() };
}
