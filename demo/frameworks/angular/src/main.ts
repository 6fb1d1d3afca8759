// Compiles templates in the browser, so that the example needs no builder of its own.
import '@angular/compiler';
import 'smp-widgets/clinic/define';
import 'smp-widgets/slot-booker/define';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { AppRoot } from './app-root.js';

void bootstrapApplication(AppRoot, { providers: [provideZonelessChangeDetection()] });
