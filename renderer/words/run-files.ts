/** The sentences about the files of an import, in both languages. */

export const runFilesZh = {
  search: '按文件名查找',
  reasons: '失败原因',
  /** By the code of an error; a code without words is shown as it is. */
  byCode: {
    file_empty: '空文件',
    file_binary: '格式不明',
    file_unsupported: '格式不支持',
    archive_unsupported: '压缩格式不支持',
    archive_too_deep: '压缩包层数过多',
    file_needs_converter: '须装 LibreOffice',
    file_undecodable: '编码不明',
    file_encrypted: '需要密码',
    file_damaged: '文件损坏',
    file_too_large: '文件过大',
    file_unreadable: '无法读取',
    file_vanished: '文件已不在',
    file_no_document: '没有公文',
    parse_failed: '解析出错',
    path_missing: '路径不存在',
    internal: '程序出错',
  },
  noneFound: (q: string) => `没有文件名含“${q}”的文件`,
};

export const runFilesEn: typeof runFilesZh = {
  search: 'Find by file name',
  reasons: 'Why files failed',
  byCode: {
    file_empty: 'Empty',
    file_binary: 'Unknown format',
    file_unsupported: 'Format not supported',
    archive_unsupported: 'Archive not supported',
    archive_too_deep: 'Archives too deep',
    file_needs_converter: 'Needs LibreOffice',
    file_undecodable: 'Unknown encoding',
    file_encrypted: 'Password needed',
    file_damaged: 'Damaged',
    file_too_large: 'Too large',
    file_unreadable: 'Unreadable',
    file_vanished: 'Gone',
    file_no_document: 'No document in it',
    parse_failed: 'Parsing failed',
    path_missing: 'No such path',
    internal: 'Fault in the program',
  },
  noneFound: (q) => `No file has “${q}” in its name`,
};
