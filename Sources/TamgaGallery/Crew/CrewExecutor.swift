import Synchronization

/// Runs the steps of asynchronous functions on a crew's threads, at one urgency.
final class CrewExecutor: TaskExecutor {
    let urgency: Urgency
    /// The crew owns its executors.
    let crew = Mutex(WeakCrew(crew: nil))

    init(_ urgency: Urgency) { self.urgency = urgency }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // SAFETY: unowned, and good as long as the crew is: the job is run by a thread of the crew, which holds it, and
        // whoever waits for the task's outcome holds the crew.
        let executor = unsafe asUnownedTaskExecutor()
        crew.withLock { $0.crew }?.add({ _ in unsafe job.runSynchronously(on: executor) }, urgency)
    }
}

struct WeakCrew: Sendable {
    weak var crew: Crew?
}
