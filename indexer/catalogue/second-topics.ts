/** A step of the schema: the second level of a subject (二级主题) stands beside it. */
export const secondTopicsMigration = `ALTER TABLE document_topics ADD COLUMN second TEXT;`;
