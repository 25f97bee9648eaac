import type { CheckpointStory } from '../../cases/participation/checkpoint-story.js';
import type { CheckpointStoryView } from '../../contract/checkpoint.contract.js';
import { deadlineView } from './deadline-view.js';
import type { ViewContext } from './view-context.js';

/** A participation checkpoint as people read it. */
export function checkpointView(story: CheckpointStory, context: ViewContext): CheckpointStoryView {
  const {
    ownerId: _owner,
    about: _about,
    isInvited: _invited,
    endedAt,
    exemption,
    feedbackAt,
    feedbackDue,
    isFeedbackOwed,
    ...told
  } = story;
  return {
    ...told,
    endedAt: endedAt ?? null,
    exemption: exemption ?? null,
    feedback: {
      isOwed: isFeedbackOwed,
      sentAt: feedbackAt ?? null,
      deadline: deadlineView(feedbackDue, context),
    },
  };
}
