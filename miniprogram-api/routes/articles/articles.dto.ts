/** What may be asked about articles. */
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import {
  articleKinds,
  articleLangs,
  type ArticleKind,
  type ArticleLang,
} from '../../../domain/articles/article.js';

/** A number in digits; anything else stays as it came, and is refused. */
const toNumber = ({ value }: { readonly value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;

export class ArticleQuery {
  @IsIn(articleLangs)
  lang: ArticleLang = 'zh';
}

class PageQuery extends ArticleQuery {
  @IsOptional()
  @IsString()
  @Length(1, 500)
  cursor?: string;

  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(50)
  limit: number = 10;
}

export class ArticlesQuery extends PageQuery {
  @IsOptional()
  @IsIn(articleKinds)
  kind?: ArticleKind;
}

export class SearchQuery extends PageQuery {
  @IsString()
  @Length(1, 100)
  q!: string;
}
