/** Attachments: photos, recordings, scans beside a subject (IDN-5). */
export { Attachments, type AttachmentView } from './attachments';
export { contentOf, type Content, type ContentRefusal, type MediaType } from './content/content-type';
export { pictureSize, type PictureSize } from './content/picture-size';
export { zipDirectory, type ZipEntry } from './content/zip-directory';
export { attachmentsMigrations } from './attachments.migrations';
export { AttachmentsModule } from './attachments.module';
export { attachmentsRoom } from './attachments.manifest';
