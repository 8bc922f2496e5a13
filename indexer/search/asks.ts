/** Whether a text asks something, rather than naming or quoting what is looked for. */
const ASKS = /怎么|怎样|如何|什么|哪|谁|吗|呢|几|多少|多久|是否|能否|可否|能不能|可不可以|[?？]/u;

export const isQuestion = (text: string): boolean => ASKS.test(text);
