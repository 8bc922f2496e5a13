/** Every sentence of the desktop that the page does not show itself: its menu and the system's dialogs. */

export interface Words {
  readonly name: string;
  readonly menu: typeof zh.menu;
  readonly dialogs: typeof zh.dialogs;
}

const zh = {
  name: '公报检索',
  menu: {
    file: '文件',
    importFiles: '导入文件…',
    importFolder: '导入文件夹…',
    openLibrary: '打开资料库…',
    settings: '设置',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '查看',
    actualSize: '实际大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fullScreen: '全屏',
    go: '前往',
    back: '后退',
    forward: '前进',
    search: '检索',
    help: '帮助',
    shortcuts: '快捷键',
    openLogs: '打开日志文件夹',
    about: '关于公报检索',
  },
  dialogs: {
    pickFiles: '选择要导入的文件',
    pickFolder: '选择要导入的文件夹',
    pickLibrary: '选择资料库文件夹',
    openLink: '在浏览器中打开这个网址？',
    open: '打开',
    cancel: '取消',
    stopped: '本机服务无法运行',
    retry: '重试',
    quit: '退出',
    version: '版本',
  },
};

const en: Words = {
  name: 'Gongbao',
  menu: {
    file: 'File',
    importFiles: 'Import Files…',
    importFolder: 'Import Folder…',
    openLibrary: 'Open Library…',
    settings: 'Settings',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: 'View',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    go: 'Go',
    back: 'Back',
    forward: 'Forward',
    search: 'Search',
    help: 'Help',
    shortcuts: 'Keyboard Shortcuts',
    openLogs: 'Open Log Folder',
    about: 'About Gongbao',
  },
  dialogs: {
    pickFiles: 'Choose the files to import',
    pickFolder: 'Choose the folders to import',
    pickLibrary: 'Choose the folder of a library',
    openLink: 'Open this address in the browser?',
    open: 'Open',
    cancel: 'Cancel',
    stopped: 'The local service cannot run',
    retry: 'Try Again',
    quit: 'Quit',
    version: 'Version',
  },
};

export const WORDS: Readonly<Record<'zh' | 'en', Words>> = { zh, en };
