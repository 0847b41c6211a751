namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>A checked-in line: how one route answers to each who asks.</summary>
internal sealed record RouteLine(string Method, string Template, IReadOnlyList<string> Answers)
{
    public string Key => $"{Method}\t{Template}";

    public override string ToString() => $"{Key}\t{string.Join('\t', Answers)}";
}

/// <summary>Every route × everybody, as it is meant to be: tab-separated, with a head.</summary>
internal sealed record RouteTable(IReadOnlyList<string> Askers, IReadOnlyList<RouteLine> Lines)
{
    public static RouteTable Parse(string text)
    {
        string[][] rows = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))];
        return new(rows[0][2..], [.. rows[1..].Select(row => new RouteLine(row[0], row[1], row[2..]))]);
    }

    public override string ToString() => string.Join('\n', Lines.Select(line => line.ToString()).Prepend($"method\troute\t{string.Join('\t', Askers)}")) + "\n";

    /// <summary>All that is not as <paramref name="meant"/> says, each in a line for people.</summary>
    public IEnumerable<string> DifferencesFrom(RouteTable meant)
    {
        if (!Askers.SequenceEqual(meant.Askers))
        {
            yield return $"The columns are {string.Join(", ", Askers)}.";
        }

        var lines = meant.Lines.ToDictionary(line => line.Key);
        foreach (var line in Lines)
        {
            if (!lines.Remove(line.Key, out var expected))
            {
                yield return $"Not in the table: {line}";
                continue;
            }

            foreach (var (asker, (now, before)) in Askers.Zip(line.Answers.Zip(expected.Answers)).Where(cell => cell.Second.First != cell.Second.Second))
            {
                yield return $"{line.Method} {line.Template}: {asker} gets {now} instead of {before}";
            }
        }

        foreach (var gone in lines.Values)
        {
            yield return $"No longer a route: {gone.Method} {gone.Template}";
        }
    }
}
