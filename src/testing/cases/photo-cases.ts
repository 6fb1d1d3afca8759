import { MAX_PHOTO_BYTES, PHOTO_TYPES } from '../../domain/consultation/photo.js';
import { check, checkSame, refused } from '../assert.js';
import type { Desk } from '../desk.js';
import type { AdapterCases } from '../harness.js';
import { tinyPhoto } from '../tiny-photo.js';

const needs = 'photos';
const WITH_PHOTOS = ['health-data', 'photos-assessment'] as const;

const consulted = async (desk: Desk) => desk.consult(await desk.consultation(WITH_PHOTOS));

/** Photos that belong to a consultation. */
export const photoCases: AdapterCases = {
  subject: 'photos',
  cases: [
    {
      name: 'stores a photo and tells its size',
      needs,
      run: async (desk) => {
        const image = tinyPhoto({ width: 24, height: 16 });
        const photo = await desk.upload({ ...(await consulted(desk)), angle: 'front', image });
        checkSame(photo, { angle: 'front', bytes: image.size, width: 24, height: 16 }, 'the stored photo and the sent');
      },
    },
    {
      name: 'takes photos of each kind that a page sends',
      needs,
      run: async (desk) => {
        const proof = await consulted(desk);
        for (const type of PHOTO_TYPES) {
          const image = tinyPhoto({ type, width: 40, height: 30 });
          const photo = await desk.upload({ ...proof, angle: 'front', image });
          checkSame(photo, { angle: 'front', bytes: image.size, width: 40, height: 30 }, `the ${type}`);
        }
      },
    },
    {
      name: 'answers a photo sent again with the same photo',
      needs,
      run: async (desk) => {
        const photo = { ...(await consulted(desk)), angle: 'top' as const, image: tinyPhoto() };
        const operationId = desk.operation();
        const first = await desk.upload(photo, operationId);
        checkSame(await desk.upload(photo, operationId), first, 'the two answers');
        checkSame(await desk.upload(photo), first, 'the answer under another operation');
      },
    },
    {
      name: 'puts a later photo in the place of an earlier one',
      needs,
      run: async (desk) => {
        const proof = await consulted(desk);
        await desk.upload({ ...proof, angle: 'left', image: tinyPhoto() });
        const later = await desk.upload({ ...proof, angle: 'left', image: tinyPhoto({ width: 32, grey: 7 }) });
        check(later.width === 32, 'the later photo should be stored');
      },
    },
    {
      name: 'refuses a photo without consent to photos',
      needs,
      run: async (desk) => {
        const proof = await desk.consult(await desk.consultation(['health-data']));
        const photo = { ...proof, angle: 'front' as const, image: tinyPhoto() };
        await refused(() => desk.upload(photo), 'a photo without consent', 'validation');
      },
    },
    {
      name: 'refuses what is no photo',
      needs,
      run: async (desk) => {
        const proof = await consulted(desk);
        for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', '']) {
          const image = new Blob([text], { type: 'image/png' });
          await refused(
            () => desk.upload({ ...proof, angle: 'front', image }),
            'a file that is no photo',
            'validation',
          );
        }
      },
    },
    {
      name: 'refuses a photo with metadata',
      needs,
      run: async (desk) => {
        const image = tinyPhoto({ comment: 'Taken at home' });
        const photo = { ...(await consulted(desk)), angle: 'front' as const, image };
        await refused(() => desk.upload(photo), 'a photo with a comment', 'validation');
      },
    },
    {
      name: 'refuses a photo of more pixels than a page sends',
      needs,
      run: async (desk) => {
        const image = tinyPhoto({ width: 2049, height: 1 });
        const photo = { ...(await consulted(desk)), angle: 'front' as const, image };
        await refused(() => desk.upload(photo), 'a photo of 2,049 pixels', 'validation');
      },
    },
    {
      name: 'refuses a photo of more bytes than a page sends',
      needs,
      run: async (desk) => {
        const image = new Blob([tinyPhoto(), new Uint8Array(MAX_PHOTO_BYTES)], { type: 'image/png' });
        const photo = { ...(await consulted(desk)), angle: 'front' as const, image };
        await refused(() => desk.upload(photo), 'a photo of more than 15 MiB', 'validation');
      },
    },
    {
      name: 'takes and forgets no photo for a wrong token',
      needs,
      run: async (desk) => {
        const one = await consulted(desk);
        const other = await consulted(desk);
        const swapped = { consultationId: one.consultationId, consultationToken: other.consultationToken };
        const image = tinyPhoto();
        await refused(() => desk.upload({ ...swapped, angle: 'front', image }), 'another’s token', 'unauthorized');
        await refused(() => desk.deletePhoto({ ...swapped, angle: 'front' }), 'another’s token', 'unauthorized');
      },
    },
    {
      name: 'forgets a photo, once or twice asked',
      needs,
      run: async (desk) => {
        const name = { ...(await consulted(desk)), angle: 'crown' as const };
        await desk.upload({ ...name, image: tinyPhoto() });
        await desk.deletePhoto(name);
        await desk.deletePhoto(name);
      },
    },
    {
      name: 'takes no photo for a consultation that was withdrawn',
      needs,
      run: async (desk) => {
        const proof = await consulted(desk);
        await desk.eraseConsultation(proof);
        const photo = { ...proof, angle: 'front' as const, image: tinyPhoto() };
        await refused(() => desk.upload(photo), 'a photo of nothing', 'not-found', 'unauthorized');
      },
    },
  ],
};
