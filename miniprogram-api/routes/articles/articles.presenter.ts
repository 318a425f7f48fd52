/** An article as programs get it. */
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import {
  articleKinds,
  articleLangs,
  type ArticleKind,
  type ArticleLang,
} from '../../../domain/articles/article.js';
import type { Edition, Renderer } from '../../../domain/articles/ports.js';
import type { Clock } from '../../../domain/ports.js';
import { picturePath, withWholeAddresses } from '../../addresses.js';

export class ArticleAnswer {
  @IsString() readonly slug!: string;
  @IsIn(articleKinds) readonly kind!: ArticleKind;
  @IsString() readonly title!: string;
  @IsString() readonly digest!: string;
  /** the address of the picture; null: none */
  @IsOptional() @IsString() readonly cover!: string | null;
  /** the one that was asked for, or the one there is */
  @IsIn(articleLangs) readonly lang!: ArticleLang;
  /** `YYYY-MM-DD` in the line's zone */
  @IsString() readonly publishedOn!: string;
  @IsString() readonly html!: string;
}

export class ArticlesAnswer {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ArticleAnswer)
  readonly items!: readonly ArticleAnswer[];
  @IsOptional() @IsString() readonly nextCursor!: string | null;
}

export interface PresenterParts {
  readonly renderer: Pick<Renderer, 'web'>;
  readonly clock: Pick<Clock, 'dayAt'>;
  /** without a slash at its end */
  readonly publicUrl: string;
}

export function articlePresenter({ renderer, clock, publicUrl }: PresenterParts) {
  return ({ slug, kind, lang, text, article }: Edition): ArticleAnswer => ({
    slug,
    kind,
    title: text.title,
    digest: text.digest,
    cover: article.content.cover === null ? null : `${publicUrl}${picturePath(article.content.cover, 'web')}`,
    lang,
    publishedOn: clock.dayAt(article.firstAt),
    html: withWholeAddresses(renderer.web(text.body), publicUrl),
  });
}
