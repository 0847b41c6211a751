namespace SrmPortal.Testing;

/// <summary>A test that takes longer than a test run may; <c>tools/proof.sh</c> runs it. A small sample of it always runs as a test of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class ProofFactAttribute : FactAttribute
{
    public ProofFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("SRM_PROOF") != "1")
        {
            Skip = "Runs with SRM_PROOF=1, by tools/proof.sh.";
        }
    }
}

/// <summary>A <see cref="ProofFactAttribute"/> for several ways to go through it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProofTheoryAttribute : TheoryAttribute
{
    public ProofTheoryAttribute() => Skip = new ProofFactAttribute().Skip;
}

/// <summary>A <see cref="ProofFactAttribute"/> on PostgreSQL; where its programs are missing it says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerProofFactAttribute : ProofFactAttribute
{
    public ServerProofFactAttribute() => Skip ??= Databases.HasServer ? null : "No PostgreSQL is installed on this machine.";
}

/// <summary>A test of what is the same on each database, by means of SQLite; a run on another database says that it is left out.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = Databases.Chosen(Databases.Sqlite) == Databases.Sqlite ? null : "Runs on SQLite alone.";
}

/// <summary>A test of what PostgreSQL alone does; where its programs are missing it says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = Databases.HasServer ? null : "No PostgreSQL is installed on this machine.";
}
