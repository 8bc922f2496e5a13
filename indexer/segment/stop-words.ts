/** Words of questions that say nothing of the subject. Only used where a question is relaxed to its telling words; a phrase or a word that must occur keeps them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  '的 了 吗 呢 吧 啊 么 是 是否 有 没有 在 和 与 及 或 或者 以及 对 对于 关于 由 被 把 将 就 都 也 还 又 再 很 更 最 不 能 能否 可以 可否 可 应 应当 应该 需要 需 要 会 如何 怎么 怎样 怎么办 什么 哪些 哪 哪个 谁 多少 多久 多长时间 几 为什么 为何 何种 何时 哪里 吗 如果 假如 若 因为 所以 但 但是 而 并 且 后 前 时 中 上 下 内 外 之 其 他 她 它 我 你 我们 你们 他们 自己 这 那 这个 那个 这种 此 该 某 一 一个 一种 个 种 条 项 年 月 日 请问 想 问 吧 属于 情况 情形 有关 相关 进行 通过 根据 按照 以 从 向 到 于 为 等 所 得 着 过 给 让 使 来 去 说 做 只 只要 只有 还是 怎 呀 嘛'.split(
    ' ',
  ),
);
