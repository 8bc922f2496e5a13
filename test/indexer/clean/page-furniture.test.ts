import { describe, expect, it } from 'vitest';
import { findPageFurniture } from '../../../indexer/clean/page-furniture.ts';

const TEXT = ['东湾市人民政府关于公布城市蓝线的通知', '东政发〔2021〕22号', '各区人民政府：', '现将城市蓝线予以公布。'];
const SIGNED = ['东湾市人民政府', '2021年5月7日'];

describe('what a site prints round a document', () => {
  it.each([
    ['where one is', '您当前所在位置：首页->信息公开->法规文件'],
    ['where one is, by signs alone', '首页 > 东湾市人民政府办公室信息公开 > 信息浏览'],
    ['the button to the top', '返回顶部'],
    ['counters', '来源：东湾市政府门户网 日期：2021-05-10 17:08 字号：【'],
    ['a moment', '2021-05-10 14:42'],
    ['buttons', '【打印】 【关闭】'],
  ])('goes on top: %s', (_, line) => {
    expect([...findPageFurniture([line, ...TEXT, ...SIGNED])]).toEqual([0]);
  });

  it.each([
    ['the code for telephones', '扫一扫在手机上打开当前页'],
    ['the next page', '下一篇：东湾市人民政府关于调整区划的通知'],
    ['the imprint', '版权所有：东湾市人民政府 某ICP备12345678号'],
    ['its source', '来源：东湾市人民政府网站'],
  ])('goes at the end: %s', (_, line) => {
    expect([...findPageFurniture([...TEXT, ...SIGNED, line])]).toEqual([6]);
  });

  it.each([
    ['a title in angle brackets', '关于印发<东湾市停车办法>的通知'],
    ['an addressee', '各区人民政府，市政府各部门：'],
    ['a red masthead', '东湾市人民政府办公室文件'],
    ['a signature', '东湾市人民政府'],
    ['what a form asks for', '名称 数量 单位'],
    ['a contact', '联系电话：0123-4567890'],
  ])('leaves %s', (_, line) => {
    expect([...findPageFurniture([line, ...TEXT])]).toEqual([]);
    expect([...findPageFurniture([...TEXT, line])]).toEqual([]);
  });

  it('leaves what stands in the middle of a text', () => {
    const lines = [...TEXT, ...Array.from({ length: 40 }, () => '各区要加强管理。'), '来源：群众举报', '处理完毕。'];
    expect([...findPageFurniture([...lines, ...Array.from({ length: 30 }, () => '各区要加强管理。')])]).toEqual([]);
  });

  it('is nothing in an empty text', () => {
    expect([...findPageFurniture([])]).toEqual([]);
  });
});
