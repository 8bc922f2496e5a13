/** The sentences about files that wait for LibreOffice, in both languages. */

export const conversionZh = {
  title: '待转换',
  waiting: (count: string) => `${count} 个文件只按文件名收录，正文尚未读取。`,
  why: 'DOC、WPS、RTF、ODT 要借助 LibreOffice 读取。',
  install: '本机没有找到 LibreOffice：请从 libreoffice.org 下载安装（免费），装好后在这里转换，或重启本程序自动转换。',
  ready: (program: string) => `已找到 LibreOffice：${program}`,
  convert: '现在转换',
  noText: '待转换：这份文件只按文件名收录，正文尚未读取。安装 LibreOffice 后可在“导入”页转换。',
};

export const conversionEn: typeof conversionZh = {
  title: 'To be converted',
  waiting: (count) =>
    count === '1'
      ? '1 file is known by its name only; its text has not been read.'
      : `${count} files are known by their names only; their text has not been read.`,
  why: 'DOC, WPS, RTF and ODT are read with the help of LibreOffice.',
  install:
    'LibreOffice was not found on this computer: install it from libreoffice.org (free), then convert the files here, or restart this program.',
  ready: (program) => `LibreOffice found: ${program}`,
  convert: 'Convert now',
  noText: 'To be converted: only its file name is known so far. Install LibreOffice, then convert it under Import.',
};
