import { describe, expect, test } from '@jest/globals';
import { figuresOf } from '../../../../../console/web/editor/windows/figures.js';

describe('figures', () => {
  const items = [
    { day: '2026-12-01', views: 3 },
    { day: '2026-12-03', views: 1 },
  ];

  test('of both stand side by side, the newest day first, each with its own sum', () => {
    const platform = [
      { day: '2026-12-01', readers: 8 },
      { day: '2026-12-02', readers: 2 },
    ];
    expect(figuresOf({ items, platform })).toEqual({
      rows: [
        { day: '2026-12-03', views: 1, readers: null },
        { day: '2026-12-02', views: 0, readers: 2 },
        { day: '2026-12-01', views: 3, readers: 8 },
      ],
      views: 4,
      readers: 10,
    });
  });

  test('that the platform has not said are no zeros', () => {
    const { rows, readers } = figuresOf({ items, platform: null });
    expect([rows.map((row) => row.readers), readers]).toEqual([[null, null], null]);
    expect(figuresOf({ items: [], platform: [] })).toEqual({ rows: [], views: 0, readers: 0 });
  });
});
