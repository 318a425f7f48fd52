/** What may be asked about questions. */
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

export class QuestionsQuery {
  @IsIn(['zh', 'en'])
  lang: 'zh' | 'en' = 'zh';

  /** of an earlier release, to finish with it; left out: today's */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  version?: string;
}
