/** OpenAPI from the zod schemas of the routes, for outsiders; the console is typed by the contracts (api.md Conventions). */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Clock } from '@bihuan/clock';

const VERSION = '0.1.0';

/** `/api/openapi.json` and, for people, `/api/docs`; the document is made when somebody first asks. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Bihuan (闭环)')
    .setDescription('客户服务管理套件的接口 · The service-management suite. Errors are RFC 9457 problem details.')
    .setVersion(VERSION)
    .addBearerAuth()
    .build();
  const document = () => {
    const made = SwaggerModule.createDocument(app, config);
    if (!app.get(Clock).manual) delete made.paths['/api/clock'];
    return made;
  };
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
}
