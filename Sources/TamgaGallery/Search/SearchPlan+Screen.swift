import Synchronization
import TamgaMatcher
import TamgaTemplates

/// A person to compare exactly, and for each finger scanned the template found most like it.
struct Finalist: Sendable {
    let key: PersonKey
    let rows: [RowKey?]
}

/// Stage 3, first step: B on the templates that the earlier stages found most alike. Only a person of whom these say
/// something is compared whole, every finger with every template it may equal: that can be a hundred comparisons.
extension SearchPlan {
    func screen(_ finalists: [Finalist], _ look: Look) async -> [PersonKey] {
        let fingers = inOrder(look)
        let passes = await means.crew.map(finalists.count, urgency) { worker, index in
            let finalist = finalists[index]
            // Where there is nothing more to compare, the whole is as cheap.
            guard comparisons(with: finalist.key, look) > finalist.views(of: fingers) else { return true }
            return means.benches[worker].tools.withLock { tools in
                effort.add(comparisons: finalist.views(of: fingers))
                return screened(finalist, fingers, look, tools.workspace) >= bar(finalist)
            }
        }
        return zip(finalists, passes).filter(\.1).map(\.0.key)
    }

    /// A score of one finger only falls when it is corrected for the comparisons it is the best of; fingers that say
    /// little each may say much together.
    private func bar(_ finalist: Finalist) -> Float {
        finalist.rows.count { $0 != nil } > 1 ? parameters.floor / 2 : parameters.floor
    }

    private func screened(
        _ finalist: Finalist, _ fingers: [PreparedProbe.Finger], _ look: Look, _ workspace: ComparisonWorkspace
    ) -> Float {
        let scores = zip(fingers, finalist.rows).compactMap { finger, row -> Float? in
            guard let row else { return nil }
            let reference = slots[row.slot].block(row.address).view(row.address.row)
            return finger.prepared.reduce(0) {
                max($0, Matcher.compare($1, reference, maximumRotation: look.rotation, using: workspace))
            }
        }
        return Fusion.fuse(scores)
    }
}

extension Finalist {
    /// Comparisons by B of the templates found most alike.
    fileprivate func views(of fingers: [PreparedProbe.Finger]) -> Int {
        zip(fingers, rows).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0.views.count) }
    }
}
