/** `gongbao doctor`: what Gongbao needs, what is there, and what to do about what is not. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { findLibreOffice } from '../../converting/find-libreoffice.ts';
import { locateMeilisearch } from '../../engine/meilisearch/locate.ts';
import { readVersion } from '../../engine/meilisearch/process.ts';
import { RELEASE } from '../../engine/meilisearch/release.ts';
import { findService } from '../../library.ts';
import { segmentation } from '../../segment/segment.ts';
import { serviceOptions } from '../../service-options.ts';
import { EXIT, print, printJson, say } from '../output.ts';

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do; empty when all is well. */
  readonly advice: string;
}

export async function doctorCommand(options: { readonly library?: string; readonly json?: boolean }): Promise<number> {
  const settings = serviceOptions(options.library ?? null);
  const findings = [
    await checkEngine(settings),
    checkSegmenter(),
    checkLibrary(settings.library),
    checkClient(settings.renderer),
    checkLibreOffice(settings.libreOffice),
  ];
  if (options.json) printJson(findings);
  else
    for (const { what, ok, found, advice } of findings)
      print(`${ok ? '✓' : '✗'} ${what}：${found}${advice === '' ? '' : `\n  → ${advice}`}`);
  return findings.every(({ ok }) => ok) ? EXIT.done : EXIT.failed;
}

async function checkEngine(settings: ReturnType<typeof serviceOptions>): Promise<Finding> {
  const what = say('检索引擎 Meilisearch', 'Search engine Meilisearch');
  const located = locateMeilisearch({
    wanted: settings.meilisearch,
    resources: settings.resources,
    cache: settings.cache,
  });
  if (located === null) {
    return {
      what,
      ok: false,
      found:
        settings.meilisearch === null
          ? say('未找到', 'not found')
          : say(`没有这个文件：${settings.meilisearch}`, `no such file: ${settings.meilisearch}`),
      advice: say(
        `从 ${RELEASE.base}/v${RELEASE.version} 下载本平台的文件，用 GONGBAO_MEILISEARCH 指明路径；或设置 GONGBAO_MEILISEARCH_SHA256 为该页公布的校验值，由程序自动下载（可用 GONGBAO_DOWNLOAD_MIRROR 指定镜像）。没有它也能检索，只是排序较粗。`,
        `Download the file for this platform from ${RELEASE.base}/v${RELEASE.version} and name it with GONGBAO_MEILISEARCH; or set GONGBAO_MEILISEARCH_SHA256 to the sum published there to have it downloaded (GONGBAO_DOWNLOAD_MIRROR names a mirror). Search works without it, with plainer ranking.`,
      ),
    };
  }
  const origins = {
    setting: 'GONGBAO_MEILISEARCH',
    application: say('应用自带', 'the application'),
    npm: 'npm',
    cache: say('已下载', 'downloaded'),
  };
  try {
    return {
      what,
      ok: true,
      found: `${await readVersion(located.path)} · ${origins[located.origin]} · ${located.path}`,
      advice: '',
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      what,
      ok: false,
      found: `${located.path}: ${reason}`,
      advice: say(
        '该文件无法在本机运行，请换用与系统相符的版本。',
        'It does not run on this machine; use the file for this platform.',
      ),
    };
  }
}

function checkSegmenter(): Finding {
  const basic = segmentation() === 'basic';
  return {
    what: say('中文分词', 'Chinese segmentation'),
    ok: !basic,
    found: basic ? say('基础分词', 'basic') : 'nodejieba',
    advice: basic
      ? say(
          'nodejieba 未能加载；请重新运行 npm ci。检索结果不受影响，排序较粗。',
          'nodejieba did not load; run npm ci again. Results are complete, ranking is plainer.',
        )
      : '',
  };
}

function checkLibrary(folder: string): Finding {
  const what = say('资料库', 'Library');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    return {
      what,
      ok: false,
      found: folder,
      advice: say(
        '文件夹不可写；请用 --library 换一个。',
        'The folder cannot be written; choose another with --library.',
      ),
    };
  }
  const running = findService(folder);
  return { what, ok: true, found: running === null ? folder : `${folder} · ${running.url}`, advice: '' };
}

function checkClient(renderer: string | null): Finding {
  const ok = renderer !== null && existsSync(renderer);
  return {
    what: say('界面', 'Client'),
    ok,
    found: ok ? renderer : say('未构建', 'not built'),
    advice: ok ? '' : say('请运行 npm run build。', 'Run npm run build.'),
  };
}

/** Nothing is amiss without it: only old office files need it. */
function checkLibreOffice(wanted: string | null): Finding {
  const found = findLibreOffice(wanted);
  return {
    what: say('LibreOffice（读取 DOC、WPS、RTF）', 'LibreOffice (reads DOC, WPS, RTF)'),
    ok: true,
    found: found ?? say('未安装，可不装', 'not installed, optional'),
    advice:
      found === null
        ? say(
            '要读取 DOC、WPS、RTF，请从 libreoffice.org 安装，或用 GONGBAO_LIBREOFFICE 指明其路径。',
            'To read DOC, WPS and RTF install it from libreoffice.org, or name its program with GONGBAO_LIBREOFFICE.',
          )
        : '',
  };
}
