// Only here so that the precompiled headers have targets of their own.
