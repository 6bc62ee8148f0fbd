import Testing

/// Tests that start processes, one after the other: a program that has just been written cannot be started
/// while another process is being made that has it open still, and deadlines run on the wall's clock.
@Suite(.serialized) struct ProcessTests {}
