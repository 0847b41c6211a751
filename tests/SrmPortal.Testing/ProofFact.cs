namespace SrmPortal.Testing;

/// <summary>A test that takes longer than a test run may; <c>tools/proof.sh</c> runs it. A small sample of it always runs as a test of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProofFactAttribute : FactAttribute
{
    public ProofFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("SRM_PROOF") != "1")
        {
            Skip = "Runs with SRM_PROOF=1, by tools/proof.sh.";
        }
    }
}
