/** Routes of acts from a table: `POST /api/{path}/:id/{act}`, each with its permission and its strict body (api.md). */
import type { Type } from '@nestjs/common';
import { Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { Actor, IfMatch, Payload, withVersion } from '@bihuan/http';

export interface ActRoute {
  /** Permission of the route; the row's own rules are judged in the act. */
  readonly permit: string;
  /** `z.strictObject` with an optional `version`. */
  readonly body: z.ZodType;
}

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

/** A method a route: `return-to-channel` is done by `returnToChannel`. */
export type ActHandler<Routes extends Readonly<Record<string, ActRoute>>, Row> = {
  [Act in keyof Routes & string as Camel<Act>]: (
    actor: UserActor,
    id: string,
    input: z.output<Routes[Act]['body']>,
  ) => Promise<Row>;
};

export interface ActViews<Row> {
  view(actor: UserActor, row: Row): Promise<unknown>;
}

export interface ActRoutes<Routes extends Readonly<Record<string, ActRoute>>, Row> {
  /** `complaints/complaints` */
  readonly path: string;
  readonly handler: Type<ActHandler<Routes, Row>>;
  readonly views: Type<ActViews<Row>>;
  readonly acts: Routes;
}

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

type Method = (actor: UserActor, id: string, body: { version?: number }) => Promise<unknown>;

/** A controller class with a route an act; it answers with the view of the row as it is afterwards. */
export function actRoutes<const Routes extends Readonly<Record<string, ActRoute>>, Row>({
  path,
  handler,
  views,
  acts,
}: ActRoutes<Routes, Row>): Type {
  class ActController {
    constructor(
      readonly acting: Readonly<Record<string, Method>>,
      readonly showing: ActViews<Row>,
    ) {}
  }
  Inject(handler)(ActController, undefined, 0);
  Inject(views)(ActController, undefined, 1);
  const methods: object = ActController.prototype;
  for (const [act, { permit, body }] of Object.entries(acts)) {
    const name = camel(act);
    const route = async function (
      this: ActController,
      actor: UserActor,
      id: string,
      version: number | undefined,
      input: { version?: number },
    ): Promise<unknown> {
      // Called on the handler itself: its methods use their own `this`.
      const row = (await this.acting[name]?.(actor, id, withVersion(input, version))) as Row;
      return this.showing.view(actor, row);
    };
    Object.defineProperty(route, 'name', { value: name });
    Object.defineProperty(methods, name, { value: route, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(methods, name) as TypedPropertyDescriptor<unknown>;
    Reflect.defineMetadata('design:paramtypes', [Object, String, Number, Object], methods, name);
    Reflect.defineMetadata('design:returntype', Promise, methods, name);
    for (const decorate of [Post(`:id/${act}`), HttpCode(200), Permit(permit)]) decorate(methods, name, descriptor);
    Actor()(methods, name, 0);
    Param('id', ParseUUIDPipe)(methods, name, 1);
    IfMatch()(methods, name, 2);
    Payload(body)(methods, name, 3);
  }
  Object.defineProperty(ActController, 'name', { value: `ActsOf_${path.replace(/\W/g, '_')}_${handler.name}` });
  Controller(path)(ActController);
  ApiTags(path.split('/')[0] ?? path)(ActController);
  return ActController as Type;
}
