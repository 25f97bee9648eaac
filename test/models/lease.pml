/*
 * A job of a worker somewhere else: leased with a fencing token, renewed or lost, completed or failed, and after the last
 * attempt an incident with an owner. What src/engine (ActivateJob, ExtendJobLease, CompleteJob, FailJob) and the claims of the
 * outbox do, as a model for Spin.
 *
 * -D<BUG> seeds a defect that Spin must find; check-models.mjs knows which.
 */

#define most 3

mtype = { open, leased, completed, incident };

mtype job = open;
byte token = 0;
byte attempts = 0;
byte completions = 0;
bool leaseOver = false;
bool staleAccepted = false;

/* Time passes: a lease that nobody renews is over. */
active proctype World()
{
  do
  :: atomic { job == leased && !leaseOver -> leaseOver = true }
  :: job == completed || job == incident -> break
  od
}

/* Takes the job away from a worker that is silent past its lease; after the last attempt somebody is told. */
active proctype Overseer()
{
  do
#ifndef NO_LEASE_END
  :: atomic {
       job == leased && leaseOver ->
       leaseOver = false;
       if
       :: attempts >= most -> job = incident
       :: else -> job = open
       fi
     }
#endif
  :: job == completed || job == incident -> break
  od
}

active [2] proctype Worker()
{
  byte mine;

end_idle:
  do
  :: atomic {
       job == open -> job = leased; leaseOver = false; token++; mine = token;
#ifndef COUNT_AFTER_RUN
       attempts++
#endif
     } ; goto work
  :: job == completed || job == incident -> goto end
  od;

work:
  if
  :: goto end_idle                       /* dies, or forgets it */
  :: goto answer
  :: atomic { job == leased && token == mine && !leaseOver -> skip } ; goto work   /* renews: still its own */
  fi;

answer:
#ifdef COUNT_AFTER_RUN
  attempts++;
#endif
  atomic {
    if
#ifdef NO_FENCING
    :: job == leased ->
#else
    :: job == leased && token == mine ->
#endif
         staleAccepted = staleAccepted || token != mine;
         if
         :: job = completed; completions++
         :: attempts >= most -> job = incident
         :: attempts < most -> job = open
         fi
#ifdef COMPLETES_TWICE
    :: job == completed -> completions++
#endif
    :: else
    fi
  };
  goto end_idle;

end:
  skip
}

ltl completesOnce { [] (completions <= 1) }
ltl onlyTheHolder { [] !staleAccepted }
ltl bounded       { [] (token <= most) }
ltl settled       { <> (job == completed || job == incident) }
