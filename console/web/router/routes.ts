import type { RouteRecordRaw } from 'vue-router';
import type { Act } from '../api/common-types.js';

declare module 'vue-router' {
  interface RouteMeta {
    /** for people who are not signed in */
    readonly open?: boolean;
    /** what somebody must be allowed to do to see it */
    readonly act?: Act;
  }
}

/** Every page is a part of its own, loaded when it is gone to. */
export const routes: readonly RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('../pages/home-page.vue') },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('../pages/sign-in-page.vue'),
    meta: { open: true },
  },
  // the secret is out of the address before the router sees it (session/take-invitation.ts)
  {
    path: '/join',
    name: 'join',
    component: () => import('../pages/join/join-page.vue'),
    meta: { open: true },
  },
  {
    path: '/recover',
    name: 'recover',
    component: () => import('../pages/join/recover-page.vue'),
    meta: { open: true },
  },

  {
    path: '/articles',
    name: 'articles',
    component: () => import('../pages/articles/list-page.vue'),
    meta: { act: 'articles.read' },
  },
  {
    path: '/articles/:id',
    name: 'article',
    component: () => import('../pages/articles/edit-page.vue'),
    props: true,
    meta: { act: 'articles.read' },
  },
  {
    path: '/review',
    name: 'review',
    component: () => import('../pages/articles/review-page.vue'),
    meta: { act: 'articles.review' },
  },
  {
    path: '/calendar',
    name: 'calendar',
    component: () => import('../pages/articles/calendar-page.vue'),
    meta: { act: 'articles.read' },
  },

  {
    path: '/notices',
    name: 'notices',
    component: () => import('../pages/notices/year-page.vue'),
    meta: { act: 'notices.read' },
  },
  {
    path: '/notices/days/:id?',
    name: 'notice-days',
    component: () => import('../pages/notices/days-page.vue'),
    props: true,
    meta: { act: 'notices.read' },
  },
  {
    path: '/notices/holidays/:year?',
    name: 'holidays',
    component: () => import('../pages/notices/holidays-page.vue'),
    props: true,
    meta: { act: 'notices.read' },
  },
  {
    path: '/notices/:id',
    name: 'notice',
    component: () => import('../pages/notices/occurrence-page.vue'),
    props: true,
    meta: { act: 'notices.read' },
  },

  {
    path: '/staff/:id?',
    name: 'staff',
    component: () => import('../pages/staff/staff-page.vue'),
    props: true,
    meta: { act: 'staff.list' },
  },
  {
    path: '/jobs',
    name: 'jobs',
    component: () => import('../pages/jobs/jobs-page.vue'),
    meta: { act: 'jobs.read' },
  },
  {
    path: '/jobs/letters',
    name: 'letters',
    component: () => import('../pages/jobs/letters-page.vue'),
    meta: { act: 'jobs.read' },
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('../pages/audit/audit-page.vue'),
    meta: { act: 'audit.read' },
  },
  { path: '/sessions', name: 'sessions', component: () => import('../pages/sessions-page.vue') },
  { path: '/settings', name: 'settings', component: () => import('../pages/settings-page.vue') },
  { path: '/not-allowed', name: 'not-allowed', component: () => import('../pages/not-allowed-page.vue') },
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('../pages/not-found-page.vue') },
];
