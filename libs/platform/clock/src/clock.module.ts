/** The clock's Nest module; the services themselves are provided with the database, on which the manual clock stands. */
import { Module } from '@nestjs/common';

@Module({})
export class ClockModule {}
