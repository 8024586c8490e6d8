/** The one theme: dense, calm, one accent; red and amber belong to time alone, refusals are plum. */
import type { ThemeConfig } from 'antd';

export const COLOURS = {
  accent: '#14566b',
  accentSoft: '#e6f0f2',
  ink: '#1d2a30',
  muted: '#5d6b72',
  line: '#dde3e6',
  paper: '#f4f6f7',
  /** Time: nearing the due instant. */
  soon: '#b45f06',
  /** Time: past the due instant. */
  late: '#c2271d',
  /** A refusal or a mistake in what was typed. */
  refused: '#7a2f6b',
} as const;

export const theme: ThemeConfig = {
  cssVar: { prefix: 'bh' },
  token: {
    colorPrimary: COLOURS.accent,
    colorInfo: COLOURS.accent,
    colorLink: COLOURS.accent,
    colorSuccess: COLOURS.accent,
    colorWarning: COLOURS.muted,
    colorError: COLOURS.refused,
    colorErrorBg: '#f8f1f6',
    colorErrorBorder: '#d9bcd3',
    colorPrimaryBg: COLOURS.accentSoft,
    colorPrimaryBgHover: '#d5e5e9',
    colorPrimaryHover: '#1f6f89',
    colorPrimaryActive: '#0d4354',
    controlItemBgActive: COLOURS.accentSoft,
    controlItemBgHover: COLOURS.paper,
    colorText: COLOURS.ink,
    colorTextSecondary: COLOURS.muted,
    colorBorder: '#c9d2d6',
    colorBorderSecondary: COLOURS.line,
    colorBgLayout: COLOURS.paper,
    fontSize: 14,
    fontFamily:
      '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", "Segoe UI", Roboto, sans-serif',
    sizeUnit: 4,
    sizeStep: 4,
    borderRadius: 4,
    controlHeight: 30,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    wireframe: false,
  },
  components: {
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerBg: '#eef2f3', headerColor: COLOURS.muted },
    Form: { itemMarginBottom: 10, verticalLabelPadding: '0 0 2px', labelColor: COLOURS.muted },
    Button: { primaryShadow: 'none', defaultShadow: 'none', contentFontSizeSM: 13 },
    Segmented: { trackBg: '#e6ebed' },
    Tabs: { horizontalMargin: '0 0 12px 0' },
    Descriptions: { itemPaddingBottom: 6 },
  },
};
