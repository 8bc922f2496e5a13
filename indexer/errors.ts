/**
 * Every error that a user can meet: its code, HTTP status, and its sentence and advice in both languages.
 * Thrown as AppError; http/ turns it into problem details (RFC 9457), the CLI into one line. Nothing else words errors.
 */

export type Language = 'zh' | 'en';

interface ErrorEntry {
  readonly status: number;
  readonly zh: readonly [sentence: string, hint: string];
  readonly en: readonly [sentence: string, hint: string];
}

/** `{name}` in a sentence stands for a detail of that name. */
export const ERRORS = {
  bad_request: {
    status: 400,
    zh: ['请求不符合要求：{reason}', '请检查参数后重试。'],
    en: ['The request is not valid: {reason}', 'Check the parameters and try again.'],
  },
  not_signed_in: {
    status: 401,
    zh: ['尚未登录本机服务', '请用启动时显示的登录链接打开，或在请求中带上令牌。'],
    en: ['Not signed in to the local service', 'Open the sign-in link printed at start, or send the token.'],
  },
  forbidden_host: {
    status: 403,
    zh: ['不接受来自“{host}”的访问', '请使用 127.0.0.1 或 localhost 访问。'],
    en: ['Requests for host “{host}” are refused', 'Use 127.0.0.1 or localhost.'],
  },
  not_found: {
    status: 404,
    zh: ['没有找到：{what}', '它可能已被删除或合并，请返回检索。'],
    en: ['Not found: {what}', 'It may have been removed or merged; go back to the search.'],
  },
  file_empty: {
    status: 422,
    zh: ['文件是空的', '请确认文件已复制完整，再重新导入。'],
    en: ['The file is empty', 'Make sure that it was copied completely, then import it again.'],
  },
  file_binary: {
    status: 422,
    zh: ['文件不是文本，也不是可识别的格式', '请另存为 DOCX、PDF、OFD、网页或文本后再导入。'],
    en: [
      'The file is neither text nor of a known format',
      'Save it as DOCX, PDF, OFD, a web page or text, then import it.',
    ],
  },
  file_unsupported: {
    status: 422,
    zh: ['暂不能读取这种文件：{format}', '请另存为 DOCX、PDF、OFD、网页或文本后再导入。'],
    en: [
      'Files of this kind cannot be read: {format}',
      'Save it as DOCX, PDF, OFD, a web page or text, then import it.',
    ],
  },
  archive_unsupported: {
    status: 422,
    zh: ['不能打开 {format} 压缩包', '请先解压，或改用 ZIP 压缩，再导入。'],
    en: ['{format} archives cannot be opened', 'Unpack it first, or pack it as ZIP, then import it.'],
  },
  archive_too_deep: {
    status: 422,
    zh: ['压缩包套了 {depth} 层以上', '请先解压里面的压缩包，再导入。'],
    en: ['Archives are packed in archives more than {depth} deep', 'Unpack the inner ones first, then import them.'],
  },
  file_needs_converter: {
    status: 422,
    zh: [
      '待转换：不能直接读取 {format} 文件',
      '安装 LibreOffice（免费）后在“导入”页点“现在转换”；或用 WPS、Word 另存为 DOCX 再导入。',
    ],
    en: [
      'To be converted: {format} files cannot be read as they are',
      'Install LibreOffice (free), then press “Convert now” under Import; or save it as DOCX with WPS or Word and import that.',
    ],
  },
  file_undecodable: {
    status: 422,
    zh: ['无法识别文件的文字编码', '请另存为 UTF-8 编码后重新导入。'],
    en: ['The encoding of the file is not known', 'Save it as UTF-8 and import it again.'],
  },
  file_encrypted: {
    status: 422,
    zh: ['文件已加密，需要密码', '请输入打开文件的密码，或取得未加密的文件后重新导入。'],
    en: ['The file is encrypted and needs its password', 'Give the password, or import a copy without encryption.'],
  },
  file_damaged: {
    status: 422,
    zh: ['文件已损坏：{reason}', '请重新取得完整的文件，再导入。'],
    en: ['The file is damaged: {reason}', 'Get a complete copy of it and import that.'],
  },
  file_too_large: {
    status: 413,
    zh: ['文件有 {size}，超过上限 {limit}', '请拆分文件后分别导入。'],
    en: ['The file has {size}, more than the limit of {limit}', 'Split the file and import the parts.'],
  },
  text_too_long: {
    status: 413,
    zh: ['文本有 {characters} 字，超过上限 {limit} 字', '请分成几部分，分别对照或核对。'],
    en: [
      'The text has {characters} characters, more than the limit of {limit}',
      'Split it and take the parts one by one.',
    ],
  },
  file_unreadable: {
    status: 422,
    zh: ['无法读取文件：{reason}', '请检查文件权限或磁盘，再重新导入。'],
    en: ['The file cannot be read: {reason}', 'Check its permissions or the disk, then import it again.'],
  },
  file_vanished: {
    status: 422,
    zh: ['文件在导入过程中消失', '请确认文件仍在原处，再重新导入。'],
    en: ['The file vanished during the import', 'Make sure that it is still there, then import it again.'],
  },
  sidecar_no_columns: {
    status: 422,
    zh: ['没有认出目录文件的列（第一行：{found}）', '请在表头写明 文件名、文号 或 标题 中的至少一列，再试一次。'],
    en: [
      'The columns of the table are not known (first row: {found})',
      'Head at least one column 文件名, 文号 or 标题 (file name, number or title), then try again.',
    ],
  },
  file_no_document: {
    status: 422,
    zh: ['没有在文件中找到公文', '请确认这是公报、公文或法规的正文。'],
    en: [
      'No official document was found in the file',
      'Make sure that it is a gazette, an official document or a law.',
    ],
  },
  parse_failed: {
    status: 500,
    zh: ['解析文件时出错：{reason}', '原文件已保留；请升级后重新解析，或把该文件发给开发者。'],
    en: [
      'Parsing the file failed: {reason}',
      'The original is kept; update and parse it again, or send it to the developers.',
    ],
  },
  page_failed: {
    status: 500,
    zh: ['第 {page} 页未能处理：{reason}', '其余各页不受影响；可稍后重试，或查看原件。'],
    en: [
      'Page {page} could not be worked on: {reason}',
      'The other pages are unaffected; try again, or look at the original.',
    ],
  },
  path_missing: {
    status: 422,
    zh: ['路径不存在：{path}', '请检查路径是否写对。'],
    en: ['No such path: {path}', 'Check the spelling of the path.'],
  },
  watch_not_folder: {
    status: 422,
    zh: ['这不是文件夹：{path}', '请选择一个文件夹。'],
    en: ['This is no folder: {path}', 'Choose a folder.'],
  },
  watch_library: {
    status: 422,
    zh: ['不能监视资料库所在的文件夹：{path}', '请选择资料库以外的文件夹。'],
    en: ['The folder of the library cannot be watched: {path}', 'Choose a folder outside the library.'],
  },
  import_running: {
    status: 409,
    zh: ['已有导入正在进行', '请等待它完成，或先取消它。'],
    en: ['An import is already running', 'Wait until it ends, or cancel it first.'],
  },
  library_busy: {
    status: 503,
    zh: ['正在收录一件很长的公文，暂时不能写入资料库', '请稍等片刻再试一次；没有任何改动丢失。'],
    en: [
      'A very long document is being filed, and the library cannot be written',
      'Try again in a moment; nothing is lost.',
    ],
  },
  library_locked: {
    status: 409,
    zh: ['资料库正由另一个程序使用（进程 {pid}，端口 {port}）', '请先关闭它，或换一个资料库文件夹。'],
    en: [
      'The library is in use by another program (process {pid}, port {port})',
      'Close that one, or choose another library folder.',
    ],
  },
  library_read_only: {
    status: 500,
    zh: ['资料库文件夹不可写：{path}', '请换一个可写的文件夹，或修改其权限。'],
    en: ['The library folder is read-only: {path}', 'Choose a folder that can be written, or change its permissions.'],
  },
  library_newer: {
    status: 409,
    zh: [
      '资料库由更新版本的公报检索建立（结构 {found}，本版支持到 {supported}）',
      '请升级公报检索；资料库未作任何改动。',
    ],
    en: [
      'The library was made by a newer version (schema {found}, this version reads up to {supported})',
      'Update Gongbao; the library was left untouched.',
    ],
  },
  library_damaged: {
    status: 500,
    zh: ['资料库无法打开：{reason}', '请从备份恢复，或换一个资料库文件夹。'],
    en: ['The library cannot be opened: {reason}', 'Restore it from a backup, or choose another library folder.'],
  },
  library_exists: {
    status: 409,
    zh: ['这个文件夹不是空的：{path}', '请用 --library 指定一个新文件夹；已有的资料库不会被覆盖。'],
    en: [
      'The folder is not empty: {path}',
      'Name a new folder with --library; a library that is there is never overwritten.',
    ],
  },
  backup_exists: {
    status: 409,
    zh: ['已有同名文件：{path}', '请换一个文件名。'],
    en: ['There is a file of this name: {path}', 'Choose another name.'],
  },
  backup_damaged: {
    status: 422,
    zh: ['备份文件不完整或已损坏：{reason}', '请重新复制备份文件，或使用另一份备份；没有恢复任何内容。'],
    en: ['The backup is cut off or damaged: {reason}', 'Copy it again, or use another one; nothing was restored.'],
  },
  disk_full: {
    status: 507,
    zh: ['磁盘空间不足', '请清理磁盘后重试；已导入的内容没有丢失。'],
    en: ['The disk is full', 'Free some space and try again; nothing that was imported is lost.'],
  },
  port_in_use: {
    status: 409,
    zh: ['端口 {port} 已被占用', '请用 --port 指定其他端口，或省略以自动选择。'],
    en: ['Port {port} is in use', 'Choose another with --port, or leave it out to pick one.'],
  },
  engine_missing: {
    status: 503,
    zh: ['没有可用的 Meilisearch 检索引擎：{reason}', '请运行 gongbao doctor 查看如何取得。'],
    en: ['No Meilisearch search engine is available: {reason}', 'Run gongbao doctor to see how to get one.'],
  },
  engine_not_running: {
    status: 503,
    zh: ['检索引擎未能启动：{reason}', '程序会自动重试；若持续出现，请运行 gongbao doctor。'],
    en: ['The search engine did not start: {reason}', 'It is retried by itself; if this lasts, run gongbao doctor.'],
  },
  service_not_running: {
    status: 503,
    zh: ['本机服务没有运行', '请先启动公报检索或运行 gongbao serve。'],
    en: ['The local service is not running', 'Start Gongbao or run gongbao serve.'],
  },
  internal: {
    status: 500,
    zh: ['程序内部出错', '请重试；若再次出现，请把日志发给开发者。'],
    en: ['Something went wrong inside Gongbao', 'Try again; if it happens again, send the log to the developers.'],
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** A failure of the world that a user can do something about. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code}: ${wordError(code, details, 'en').sentence}`, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** The sentence and the advice for a code: `port_in_use`, `{ port: 7700 }` gives 端口 7700 已被占用. */
export function wordError(
  code: ErrorCode,
  details: ErrorDetails,
  language: Language,
): { sentence: string; hint: string } {
  const [sentence, hint] = ERRORS[code][language];
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name) => String(details[name] ?? whole));
  return { sentence: fill(sentence), hint: fill(hint) };
}
