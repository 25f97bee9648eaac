/*
 * One timer and the one effect that follows from it: what src/runtime and src/store do, as a model for Spin.
 *
 * Two workers ring the timer on hints that may be lost or doubled, and on their sweeps. A person may complete the task at
 * the same time, which cancels the timer. A worker may die between any two steps. The effect is claimed for a lease, handed
 * over, and marked as done; whoever receives it knows it by its key.
 *
 * -D<BUG> seeds a defect that Spin must find; check-models.mjs knows which.
 */

#define crashes 2
#define losses  1
#define doubles 1

mtype = { live, fired, cancelled };
mtype = { none, waiting, claimed, done };

mtype timer = live;
mtype effect = none;
bool due = false;
bool locked = false;
bool leaseOver = false;
byte hints = 1;
byte rings = 0;
byte received = 0;
byte crashed = 0;
byte lost = 0;
byte doubled = 0;

/* The database's clock, and a queue that forgets and repeats. */
active proctype World()
{
  do
  :: atomic { !due -> due = true }
  :: atomic { hints > 0 && lost < losses -> hints--; lost++ }
  :: atomic { hints > 0 && doubled < doubles -> hints++; doubled++ }
  :: atomic { effect == claimed && !leaseOver -> leaseOver = true }
  :: due && timer != live && (effect == none || effect == done) -> break
  od
}

#ifdef OWN_CLOCK
#define CLOCK true
#else
#define CLOCK due
#endif

#define MAY_DIE crashed < crashes -> crashed++

/* Locks the case, reads it, decides, commits. */
active [2] proctype Worker()
{
  mtype seen;
  bool seenDue;

end_idle:
  do
  :: atomic { hints > 0 -> hints-- } ; goto ring
#ifndef NO_SWEEPER
  :: due && timer == live -> goto ring
#endif
  :: timer != live && (effect == none || effect == done) -> break
  od;
  goto end;

ring:
#ifdef STALE_READ
  atomic { seen = timer; seenDue = CLOCK };
  atomic { !locked -> locked = true };
#else
  atomic { !locked -> locked = true; seen = timer; seenDue = CLOCK };
#endif
#ifdef SEND_BEFORE_COMMIT
  if
  :: seen == live && seenDue -> received++
  :: else
  fi;
#endif
  if
  :: atomic { MAY_DIE } ; goto unlock
  :: skip
  fi;
  atomic {
    if
    :: seen == live && seenDue ->
         timer = fired; rings++; effect = waiting;
         assert(due);
         assert(rings == 1)
    :: else
    fi;
    locked = false; seen = none; seenDue = false
  };
  /* To die here, after the commit, changes nothing: the answer is in the rows. */
  goto end_idle;

unlock:
  /* PostgreSQL rolls the transaction of a dead worker back. */
  atomic { locked = false; seen = none; seenDue = false };
  goto end_idle;

end:
  skip
}

/* Claims the effect, hands it over, marks it. */
active [2] proctype Sender()
{
end_idle:
  do
  :: atomic { effect == waiting -> effect = claimed; leaseOver = false } ; goto send
#ifndef NO_LEASE_END
  :: atomic { effect == claimed && leaseOver -> leaseOver = false } ; goto send
#endif
  :: effect == done || timer == cancelled -> break
  od;
  goto end;

send:
#ifdef MARK_BEFORE_SEND
  effect = done;
#endif
  if
  :: atomic { MAY_DIE } ; goto end_idle
  :: skip
  fi;
#ifndef SEND_BEFORE_COMMIT
  /* Known by its key: a second handing over is no second message. */
  atomic {
    if
    :: received == 0 -> received++
    :: else
    fi
  };
#endif
  if
  :: atomic { MAY_DIE } ; goto end_idle
  :: skip
  fi;
  atomic {
    if
    :: effect == claimed -> effect = done
    :: else
    fi
  };
  goto end_idle;

end:
  skip
}

/* Somebody completes the task while the timer may ring. */
active proctype Person()
{
  if
  :: goto end
  :: atomic { !locked -> locked = true }
  fi;
  atomic {
    if
#ifdef CANCEL_FIRED
    :: timer != cancelled -> timer = cancelled
#else
    :: timer == live -> timer = cancelled
#endif
    :: else
    fi;
    locked = false
  };
end:
  skip
}

ltl ringsOnce        { [] (rings <= 1 && received <= 1) }
ltl cancelledOrFired { [] !(timer == cancelled && rings > 0) }
ltl nothingUnasked   { [] (received > 0 -> rings > 0) }
ltl decided          { [] (due -> <> (timer != live)) }
ltl handedOver       { [] (timer == fired -> <> (received > 0)) }
