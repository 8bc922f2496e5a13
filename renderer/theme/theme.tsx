/** Hands the palette, the type scale and the locale to antd and to the style sheets, following the user and the system. */
import { App, theme as antdTheme, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import 'dayjs/locale/en-gb.js';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';
import { customProperty, DARK, LIGHT, type Palette } from './palette.ts';
import { useDark } from './use-dark.ts';

const FONT =
  '"Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "WenQuanYi Micro Hei", system-ui, sans-serif';

export function Theme({ children }: { readonly children: ReactNode }) {
  const { language, textSize, textFont } = usePreferences();
  const dark = useDark();
  const palette = dark ? DARK : LIGHT;
  const config = useMemo(() => antdConfig(palette, dark), [palette, dark]);

  useLayoutEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(palette)) root.style.setProperty(customProperty(name), value);
    root.style.setProperty('--font', FONT);
    root.style.colorScheme = dark ? 'dark' : 'light';
  }, [palette, dark]);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.style.setProperty('--text-size', `${textSize}px`);
    root.dataset.textFont = textFont;
  }, [textSize, textFont]);
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en-gb');
  }, [language]);

  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={config}
      csp={{ nonce: readNonce() }}
      button={{ autoInsertSpace: false }}
      // Above a dialog there is only what is inside it.
      getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.body}
    >
      <App message={{ maxCount: 2, duration: 2 }}>{children}</App>
    </ConfigProvider>
  );
}

function antdConfig(palette: Palette, dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 6,
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      colorTextLightSolid: palette.onAccent,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSecondary,
      colorTextTertiary: palette.inkTertiary,
      colorTextDescription: palette.inkTertiary,
      colorTextPlaceholder: palette.inkTertiary,
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Tooltip: { colorTextLightSolid: '#ffffff' },
      Segmented: { trackBg: palette.raised, itemSelectedBg: palette.accentSoft, itemSelectedColor: palette.accent },
    },
  };
}

/** The nonce of this serving; a development server leaves the placeholder, which does no harm. */
function readNonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
}
