/** Wires keys and erasers. */
import { Global, Module } from '@nestjs/common';
import { DataKeys } from './data-keys';
import { Erasers } from './erasure';

@Global()
@Module({ providers: [DataKeys, Erasers], exports: [DataKeys, Erasers] })
export class PrivacyModule {}
