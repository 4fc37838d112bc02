"""One file per portal: all there is to know about it. A portal never borrows from another."""
