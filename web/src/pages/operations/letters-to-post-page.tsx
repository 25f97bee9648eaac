import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lettersToPostQuery } from '../../api/operation-queries.js';
import { Page } from '../../components/page.js';
import { PostForm } from './post-form.js';

/** Letters on paper that wait for somebody to print them and lay them in the post. */
export function LettersToPostPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(lettersToPostQuery());

  return (
    <Page title={t('post.title')} lead={t('post.lead')}>
      <PostForm letters={data.items} />
    </Page>
  );
}
